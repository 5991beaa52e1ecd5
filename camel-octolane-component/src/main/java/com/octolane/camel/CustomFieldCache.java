// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.Query;
import com.octolane.camel.mapping.CustomFieldSource;
import com.octolane.camel.mapping.CustomFields;
import java.util.function.LongSupplier;

/**
 * Keeps the definitions of custom fields for a while. They come with a search for one record, since only reads show
 * the slugs beside the property names.
 */
final class CustomFieldCache implements CustomFieldSource {

    private final OctolaneClient client;
    private final Remembered<CustomFields> definitions;

    CustomFieldCache(OctolaneClient client, LongSupplier nanoTime) {
        this.client = client;
        this.definitions = new Remembered<>(nanoTime);
    }

    @Override
    public CustomFields of(OctolaneObject object, String pipelineId) {
        if (object == OctolaneObject.opportunity && pipelineId == null) {
            return CustomFields.NONE;
        }
        return definitions.get(
                object + "/" + pipelineId,
                () -> CustomFields.of(
                        client.search(object, Query.ofOne(pipelineId), null).definitions()));
    }
}
