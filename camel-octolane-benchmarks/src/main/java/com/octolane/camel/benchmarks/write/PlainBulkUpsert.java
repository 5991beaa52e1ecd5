// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.benchmarks.Latencies;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Accounts by their domain, a hundred looked up by one search, compared, one chunk after the other, without Camel. */
public class PlainBulkUpsert extends PlainSubject {

    private static final int CHUNK = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> RECORDS = new TypeReference<>() {};

    private int next;

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        arrivals().begin();
        long since = System.nanoTime();
        Iterator<Map<String, Object>> rows = CompanyRows.rows(next, (int) records);
        next += (int) records;
        Map<Object, Map<String, Object>> wanted = new HashMap<>();
        while (rows.hasNext()) {
            Map<String, Object> request = CompanyRows.request(rows.next());
            wanted.put(request.get("domain"), request);
            if (wanted.size() == CHUNK || !rows.hasNext()) {
                lookUp(wanted);
                wanted.clear();
            }
        }
        latencies.done(since);
        arrivals().requireNoWrites();
    }

    private void lookUp(Map<Object, Map<String, Object>> wanted) throws Exception {
        JsonNode data = client().post("/accounts/search", CompanyRows.search(List.copyOf(wanted.keySet())));
        List<Map<String, Object>> found = JSON.convertValue(data.path("accounts"), RECORDS);
        require(found.size() == wanted.size(), data);
        for (Map<String, Object> stored : found) {
            require(
                    CompanyRows.differences(wanted.get(stored.get("domain")), stored)
                            .isEmpty(),
                    stored);
        }
    }
}
