// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneTransportException;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds records by the values of one field: one search for many of them. */
record LookUp(OctolaneClient client, OctolaneObject object) {

    /**
     * @param pipelineId the pipeline of opportunities, else null
     * @param values     at most a chunk of values
     * @return the records by their {@linkplain #comparable comparable} value; those that the API sent although nobody
     *     asked for them are left out
     */
    Map<String, List<Map<String, Object>>> byField(String pipelineId, String field, Collection<JsonNode> values) {
        Map<String, Object> wanted = new HashMap<>();
        values.forEach(each -> wanted.put(comparable(each), each));
        wanted.remove("");
        Map<String, List<Map<String, Object>>> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        Filter filter = new Filter(field, "in", List.copyOf(wanted.values()));
        Query query =
                new Query(null, List.of(filter), "id:asc", List.of(), OctolaneClient.MAX_PAGE_SIZE, pipelineId, null);
        Set<String> cursors = new HashSet<>();
        String cursor = null;
        do {
            Page page = client.search(object, query, cursor);
            for (Map<String, Object> record : page.records()) {
                String value = comparable(Differences.valueOf(record, field));
                if (wanted.containsKey(value)) {
                    found.computeIfAbsent(value, v -> new ArrayList<>()).add(record);
                }
            }
            cursor = page.nextCursor();
            if (cursor != null && !cursors.add(cursor)) {
                throw new OctolaneTransportException("Octolane gave the same cursor twice in one look-up", false, null);
            }
        } while (cursor != null);
        return found;
    }

    /** A value in the form in which it is compared: without regard to case and surrounding space. */
    static String comparable(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof JsonNode node ? node.asText("") : String.valueOf(value);
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
