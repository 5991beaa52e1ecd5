// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which rows of a chunk an error names, by position or by the record's id. */
final class RowErrors {

    // assumption A-38
    // [17].name, 17.name, items[17].name, accounts.17.name, /17/name
    private static final Pattern POSITION =
            Pattern.compile("^(?:[A-Za-z_]+[.\\[]|[\\[/])?(\\d{1,3})(?:]|(?=[./])|$)[./]?(.*)$");

    private RowErrors() {}

    /**
     * @param errors the API's errors by field
     * @return the errors by the row's position in the chunk, with what names the row taken off each field; empty where
     *     any of them names no row, since then nobody knows what the others mean
     */
    static Map<Integer, Map<String, Object>> byPosition(Map<String, Object> errors, List<Item> items) {
        Map<Integer, Map<String, Object>> rows = new TreeMap<>();
        for (Map.Entry<String, Object> each : errors.entrySet()) {
            if (!addByKey(rows, each, items) && !addByPosition(rows, each, items.size())) {
                return Map.of();
            }
        }
        return rows;
    }

    private static boolean addByKey(
            Map<Integer, Map<String, Object>> rows, Map.Entry<String, Object> error, List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            String key = items.get(i).key();
            if (key != null && error.getKey().startsWith(key)) {
                String field = error.getKey().substring(key.length()).replaceFirst("^[./]", "");
                add(rows, i, field, error.getValue());
                return true;
            }
        }
        return false;
    }

    private static boolean addByPosition(
            Map<Integer, Map<String, Object>> rows, Map.Entry<String, Object> error, int size) {
        Matcher matcher = POSITION.matcher(error.getKey());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) >= size) {
            return false;
        }
        add(rows, Integer.parseInt(matcher.group(1)), matcher.group(2), error.getValue());
        return true;
    }

    private static void add(Map<Integer, Map<String, Object>> rows, int position, String field, Object value) {
        rows.computeIfAbsent(position, i -> new LinkedHashMap<>()).put(field.isEmpty() ? "record" : field, value);
    }
}
