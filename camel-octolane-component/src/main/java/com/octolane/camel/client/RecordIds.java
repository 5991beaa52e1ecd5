// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import java.util.List;

/** Finds the id of a record in what a create answers, whose shape the API does not document. */
public final class RecordIds {

    private RecordIds() {}

    /** The id, or null where none is found. */
    public static String find(OctolaneObject object, JsonNode data) {
        if (data == null) {
            return null;
        }
        for (String name : names(object)) {
            JsonNode id = data.path(name);
            if (id.isTextual() || id.isIntegralNumber()) {
                return id.asText();
            }
        }
        JsonNode nested = data.path(object.name());
        return nested.isObject() ? find(object, nested) : null;
    }

    // assumption A-01
    private static List<String> names(OctolaneObject object) {
        return switch (object) {
            case opportunity -> List.of("id", "opportunity_id");
            case account -> List.of("id", "account_id", "company_id");
            case contact -> List.of("id", "contact_id", "people_id");
            case note -> List.of("id", "note_id");
            case activity -> List.of("id", "activity_id");
        };
    }
}
