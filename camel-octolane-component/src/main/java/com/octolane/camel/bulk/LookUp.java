// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.PagedRecords;
import com.octolane.camel.client.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds records by the values of one field: one search for many of them. */
record LookUp(OctolaneClient client, OctolaneObject object) {

    /**
     * @param values at most a chunk of values
     * @return the ids by {@linkplain #comparable comparable} value; records that the API sent although nobody asked for
     *     them are left out
     */
    Map<String, String> idsByField(String field, Collection<JsonNode> values) {
        Map<String, Object> wanted = new HashMap<>();
        values.forEach(each -> wanted.put(comparable(each.asText("")), each));
        Filter filter = new Filter(field, "in", List.copyOf(wanted.values()));
        Query query = new Query(null, List.of(filter), "id:asc", List.of(), client.lookUpPageSize(), null, null);
        Map<String, String> found = new HashMap<>();
        try (PagedRecords records =
                new PagedRecords((asked, cursor) -> client.search(object, asked, cursor), query, null)) {
            records.forEachRemaining(record -> {
                String value = comparable(String.valueOf(record.get(field)));
                if (wanted.containsKey(value)) {
                    found.putIfAbsent(value, String.valueOf(record.get("id")));
                }
            });
        }
        return found;
    }

    /** The ids by domain for accounts, by e-mail address for contacts: the key by which the API recognises them. */
    Map<String, String> idsByNaturalKey(Collection<JsonNode> values) {
        return idsByField(object.naturalKey(), values);
    }

    /** A value in the form in which it is compared: without regard to case and surrounding space. */
    static String comparable(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
