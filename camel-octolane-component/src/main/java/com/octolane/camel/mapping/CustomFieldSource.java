// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.octolane.camel.OctolaneObject;

/** Gives the definitions of custom fields; it may ask the API for them, and throw what the API answers. */
@FunctionalInterface
public interface CustomFieldSource {

    /** @param pipelineId of opportunities, null for other objects and where it is not known */
    CustomFields of(OctolaneObject object, String pipelineId);
}
