// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/** Gives the ids of stages; it may ask the API for them, and throw what the API answers. */
@FunctionalInterface
public interface StageSource {

    /** @return the id of the pipeline's stage with this name in any case, null where there is none or several */
    String idOf(String pipelineId, String name);
}
