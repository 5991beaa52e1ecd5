// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** Reads and writes JSON; what arrives is checked against its schema first. */
final class Bodies {

    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final BodyValidator validator = new BodyValidator(OctolaneOpenApi.load());

    /** The body, known to fit the schema; otherwise a 400. */
    JsonNode read(ApiRequest request, String schema) {
        JsonNode body = parse(request);
        Map<String, String> problems = problems(schema, body);
        if (!problems.isEmpty()) {
            throw ApiException.invalid(problems);
        }
        return body;
    }

    /** The body, whatever it says; a 400 when there is none or it is no JSON. */
    JsonNode parse(ApiRequest request) {
        return parse(request.body());
    }

    JsonNode parse(byte[] given) {
        JsonNode body;
        try {
            body = mapper.readTree(given);
        } catch (IOException e) {
            throw ApiException.invalid("body", "Body must be valid JSON");
        }
        if (body.isMissingNode()) {
            throw ApiException.invalid("body", "Body is required");
        }
        return body;
    }

    /** Where the body does not fit the schema, by field. */
    Map<String, String> problems(String schema, JsonNode body) {
        return validator.problems(schema, body);
    }

    /** The node as maps, lists, texts, numbers and booleans; a missing one is null. */
    Object plain(JsonNode node) {
        return node.isMissingNode() ? null : mapper.convertValue(node, Object.class);
    }

    byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
