// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/**
 * What holds for an opportunity that does not say otherwise itself.
 *
 * @param pipelineId the pipeline, or null
 * @param stageId    the stage, or null
 */
public record Defaults(String pipelineId, String stageId) {

    public static final Defaults NONE = new Defaults(null, null);
}
