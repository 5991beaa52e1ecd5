// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a bulk call. Errors name it by its {@code key}: {@code [3]} in a list, the id in an object of changes. */
record BulkRow(int index, String key, JsonNode body) {

    static List<BulkRow> of(JsonNode whole) {
        List<BulkRow> rows = new ArrayList<>();
        if (whole.isArray()) {
            whole.forEach(row -> rows.add(new BulkRow(rows.size(), "[" + rows.size() + "]", row)));
        } else {
            whole.properties().forEach(row -> rows.add(new BulkRow(rows.size(), row.getKey(), row.getValue())));
        }
        return rows;
    }

    /** Those of the problems that belong to this row, by the names of its fields. */
    Map<String, String> own(Map<String, String> problems) {
        Map<String, String> own = new LinkedHashMap<>();
        problems.forEach((field, text) -> {
            if (owns(field)) {
                own.put(inside(field), text);
            }
        });
        return own;
    }

    boolean owns(String field) {
        return field.equals(key) || field.startsWith(key + '.');
    }

    /** The field without the row. */
    String inside(String field) {
        if (field.length() > key.length()) {
            return field.substring(key.length() + 1);
        }
        return key.startsWith("[") ? "body" : CrmRecord.ID;
    }
}
