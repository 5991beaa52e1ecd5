// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which of the wanted values a record does not have yet. A field that the record does not show counts as different. */
final class Differences {

    private static final ObjectMapper TREES = new ObjectMapper();

    private Differences() {}

    /** The value of a field of a record, or of a custom field with this slug; null where there is none. */
    static Object valueOf(Map<String, Object> record, String field) {
        Object value = record.get(field);
        return value == null && record.get("custom_fields") instanceof Map<?, ?> custom ? custom.get(field) : value;
    }

    static ObjectNode of(Map<String, Object> record, ObjectNode wanted) {
        ObjectNode differences = TREES.createObjectNode();
        wanted.properties().forEach(each -> {
            JsonNode has = TREES.valueToTree(valueOf(record, each.getKey()));
            if (!same(has, each.getValue())) {
                differences.set(each.getKey(), each.getValue());
            }
        });
        return differences;
    }

    static boolean same(JsonNode has, JsonNode wanted) {
        if (isNothing(has) || isNothing(wanted)) {
            return isNothing(has) && isNothing(wanted);
        }
        if (has.equals(wanted)) {
            return true;
        }
        if (has.isArray() && wanted.isArray()) {
            return elements(has).equals(elements(wanted));
        }
        if (!has.isValueNode() || !wanted.isValueNode()) {
            return false;
        }
        BigDecimal hasNumber = number(has);
        BigDecimal wantedNumber = number(wanted);
        if (hasNumber != null && wantedNumber != null) {
            return hasNumber.compareTo(wantedNumber) == 0;
        }
        Instant hasTime = time(has);
        return hasTime != null && hasTime.equals(time(wanted));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode() || node.isArray() && node.isEmpty();
    }

    private static Set<String> elements(JsonNode array) {
        Set<String> elements = new HashSet<>();
        array.forEach(each -> elements.add(LookUp.comparable(each)));
        return elements;
    }

    private static BigDecimal number(JsonNode node) {
        try {
            return node.isNumber() || node.isTextual() ? new BigDecimal(node.asText()) : null;
        } catch (NumberFormatException e) {
            // a text that is no number has none: it is compared in other ways
            return null;
        }
    }

    /** A moment in either of the API's forms: epoch milliseconds, or ISO-8601. */
    private static Instant time(JsonNode node) {
        try {
            if (node.isIntegralNumber()) {
                return Instant.ofEpochMilli(node.longValue());
            }
            String text = node.asText();
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            // a text that is no moment has none
            return null;
        }
    }
}
