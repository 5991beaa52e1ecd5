// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an answer that reports an error.
 *
 * @param status     the HTTP status
 * @param bodyStatus the body's {@code statusCode}, else the HTTP status
 * @param message    the body's message, else the status as text
 * @param errors     the body's errors by field
 * @param body       the body, cut
 */
public record ApiError(
        int status,
        int bodyStatus,
        String message,
        Map<String, Serializable> errors,
        String method,
        String path,
        String body)
        implements Serializable {

    /** How much of a body is kept, in characters. */
    static final int BODY_LIMIT = 8192;

    /** Reads an error answer; one that is no JSON, or empty, still gives its status and text. */
    static ApiError read(ObjectMapper json, Request request, Answer answer) {
        int length = Math.min(answer.body().length, 64 * BODY_LIMIT);
        String text = new String(answer.body(), 0, length, StandardCharsets.UTF_8);
        JsonNode root = tree(json, answer.body());
        String message = root.path("message").isTextual()
                ? root.path("message").textValue()
                : root.path("error").asText("");
        if (message.isBlank()) {
            message = "HTTP status " + answer.status();
        }
        return new ApiError(
                answer.status(),
                root.path("statusCode").asInt(answer.status()),
                message,
                errors(json, root.path("errors")),
                request.method(),
                request.path().replaceAll("\\?.*", ""),
                text.length() > BODY_LIMIT ? text.substring(0, BODY_LIMIT) : text);
    }

    private static JsonNode tree(ObjectMapper json, byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            return root == null ? json.missingNode() : root;
        } catch (IOException e) {
            // a gateway's page: its text is kept as the body
            return json.missingNode();
        }
    }

    private static Map<String, Serializable> errors(ObjectMapper json, JsonNode node) {
        Map<String, Serializable> errors = new LinkedHashMap<>();
        // assumption A-27
        if (node.isObject()) {
            node.properties().forEach(each -> errors.put(each.getKey(), plain(json, each.getValue())));
        } else if (node.isArray()) {
            for (JsonNode each : node) {
                errors.put(nameOf(each, errors.size()), plain(json, each));
            }
        }
        return errors;
    }

    /** An entry of a list names its row or its field itself; else it gets a name that looks like neither. */
    private static String nameOf(JsonNode entry, int position) {
        for (String index : List.of("index", "row")) {
            if (entry.path(index).isIntegralNumber()) {
                return "[" + entry.path(index).asInt() + "]";
            }
        }
        for (String name : List.of("field", "path", "property")) {
            if (entry.path(name).isTextual()) {
                return entry.path(name).textValue();
            }
        }
        return "error " + (position + 1);
    }

    private static Serializable plain(ObjectMapper json, JsonNode node) {
        return node.isValueNode() ? node.asText() : (Serializable) json.convertValue(node, Object.class);
    }

    String describe() {
        StringBuilder text = new StringBuilder("Octolane answered ")
                .append(status)
                .append(" to ")
                .append(method)
                .append(' ')
                .append(path)
                .append(": ")
                .append(message);
        if (!errors.isEmpty()) {
            text.append(' ').append(errors);
        }
        return text.toString();
    }

    /** The exception that fits the status. */
    OctolaneApiException toException(String retryAfter, Clock clock) {
        return switch (status) {
            case 400 -> new OctolaneValidationException(this);
            case 401 -> new OctolaneAuthenticationException(this);
            case 404 -> new OctolaneNotFoundException(this);
            case 429 -> new OctolaneRateLimitException(this, parseRetryAfter(retryAfter, clock));
            default -> status >= 500 ? new OctolaneServerException(this) : new OctolaneApiException(this);
        };
    }

    /** Seconds or an HTTP date; null where there is none, or none that can be read. */
    static Duration parseRetryAfter(String text, Clock clock) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.trim().chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Long.parseLong(text.trim()));
            }
            Instant until = ZonedDateTime.parse(text.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // an unreadable hint is no hint: the exponential delay applies
            return null;
        }
    }
}
