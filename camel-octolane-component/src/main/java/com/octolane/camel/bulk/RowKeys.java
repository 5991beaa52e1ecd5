// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of a chunk by what names them: the record's id for an update, else its natural key, without regard to case.
 * An answer has as many entries as the chunk has rows, so that each must find its row without a look at all the others.
 */
final class RowKeys {

    private final Map<String, List<Integer>> byId = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<Integer>> byNaturalKey = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String naturalKey;

    RowKeys(OctolaneObject object, List<Item> items) {
        naturalKey = object.naturalKey();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.key() != null) {
                byId.computeIfAbsent(item.key(), k -> new ArrayList<>()).add(i);
            } else if (naturalKey != null && item.body().path(naturalKey).isTextual()) {
                byNaturalKey
                        .computeIfAbsent(item.body().path(naturalKey).textValue(), k -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** The positions of the rows that this record's own id or natural key names, in their order. */
    List<Integer> named(JsonNode record) {
        List<Integer> rows = new ArrayList<>(find(byId, record.path("id")));
        if (naturalKey != null) {
            rows.addAll(find(byNaturalKey, record.path(naturalKey)));
        }
        rows.sort(null);
        return rows;
    }

    private static List<Integer> find(Map<String, List<Integer>> rows, JsonNode key) {
        return key.isTextual() ? rows.getOrDefault(key.textValue(), List.of()) : List.of();
    }
}
