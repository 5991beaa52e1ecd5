// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.mapping.RecordIterator;
import com.octolane.camel.mapping.RecordReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the definitions of fields and stages that a body holds, and finds them in an answer. */
final class Definitions {

    private final ObjectMapper json;
    private final RecordReader reader;

    Definitions(ObjectMapper json) {
        this.json = json;
        this.reader = new RecordReader(json);
    }

    /**
     * @param required what each definition must have
     * @throws OctolaneMappingException naming each definition and key that is missing
     */
    ArrayNode read(Object body, String... required) throws IOException {
        ArrayNode definitions = json.createArrayNode();
        List<Problem> problems = new ArrayList<>();
        try (RecordIterator records = reader.many(body)) {
            while (records.hasNext()) {
                Object record = records.next();
                JsonNode definition = json.valueToTree(record);
                for (String key : required) {
                    if (definition.path(key).asText("").isBlank()) {
                        problems.add(Problem.of("[" + definitions.size() + "]." + key, null, "a text (required)"));
                    }
                }
                definitions.add(definition);
            }
        }
        if (definitions.isEmpty() || definitions.size() > OctolaneClient.MAX_BULK_CREATE) {
            problems.add(Problem.of(
                    "body",
                    body,
                    "1 to " + OctolaneClient.MAX_BULK_CREATE + " definitions, not " + definitions.size()));
        }
        if (!problems.isEmpty()) {
            throw new OctolaneMappingException(problems);
        }
        return definitions;
    }

    /** The list in an answer: the data itself, or what stands in it under this name. */
    static JsonNode list(JsonNode data, String name) {
        // assumption A-39
        return data.path(name).isArray() ? data.path(name) : data;
    }
}
