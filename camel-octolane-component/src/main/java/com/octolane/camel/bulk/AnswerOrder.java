// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether the records of an answer can stand in the order in which rows were sent. A value that is not the one sent at
 * its place speaks against it only where another row has it: an API may write dates, numbers and texts its own way.
 */
final class AnswerOrder {

    private AnswerOrder() {}

    /**
     * @param told the records of the answer
     * @param sent the bodies of as many rows
     */
    static boolean fits(List<JsonNode> told, List<? extends JsonNode> sent) {
        List<Map<String, String>> toldValues = new ArrayList<>();
        Set<String> toldFields = new HashSet<>();
        for (JsonNode record : told) {
            Map<String, String> values = values(record, field -> true);
            toldFields.addAll(values.keySet());
            toldValues.add(values);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, Set<String>> valuesOfAll = new HashMap<>();
        for (JsonNode body : sent) {
            // an answer often tells the id alone, and what it does not tell need not be prepared
            Map<String, String> row = values(body, toldFields::contains);
            row.forEach((field, value) ->
                    valuesOfAll.computeIfAbsent(field, f -> new HashSet<>()).add(value));
            rows.add(row);
        }
        for (int i = 0; i < told.size(); i++) {
            for (Map.Entry<String, String> each : toldValues.get(i).entrySet()) {
                String own = rows.get(i).get(each.getKey());
                if (own != null
                        && !own.equals(each.getValue())
                        && valuesOfAll.get(each.getKey()).contains(each.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The values by field, whatever objects they lie in: deals are sent nested and told flat. */
    private static Map<String, String> values(JsonNode record, Predicate<String> fields) {
        Map<String, String> values = new HashMap<>();
        collect(record, fields, values);
        return values;
    }

    private static void collect(JsonNode object, Predicate<String> fields, Map<String, String> values) {
        object.properties().forEach(each -> {
            JsonNode value = each.getValue();
            if (value.isObject()) {
                collect(value, fields, values);
            } else if (!fields.test(each.getKey())) {
                return;
            } else if (value.isNumber()) {
                values.putIfAbsent(
                        each.getKey(), value.decimalValue().stripTrailingZeros().toPlainString());
            } else if (!value.isNull()) {
                String text = value.isArray() ? value.toString() : value.asText();
                values.putIfAbsent(each.getKey(), text.strip().toLowerCase(Locale.ROOT));
            }
        });
    }
}
