// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads on by cursor until the server says that nothing is left. */
final class Pages {

    private Pages() {}

    static List<JsonNode> readAll(Api api, String plural, Map<String, Object> search) {
        List<JsonNode> records = new ArrayList<>();
        Map<String, Object> body = new LinkedHashMap<>(search);
        JsonNode data;
        do {
            Api.Answer answer = api.post("/" + plural + "/search", body);
            if (answer.status() != 200) {
                throw new AssertionError(answer.body());
            }
            data = answer.data();
            data.get(plural).forEach(records::add);
            body.put("cursor", data.get("next_cursor").asText(null));
        } while (data.get("has_more").asBoolean());
        return records;
    }

    static List<String> names(Iterable<JsonNode> records) {
        List<String> names = new ArrayList<>();
        records.forEach(record -> names.add(record.get("name").asText()));
        return names;
    }
}
