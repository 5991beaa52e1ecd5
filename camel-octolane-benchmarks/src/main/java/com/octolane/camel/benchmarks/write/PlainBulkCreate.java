// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.benchmarks.Latencies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Deals in chunks of a hundred, one chunk after the other, without Camel. */
public class PlainBulkCreate extends PlainSubject {

    private static final int CHUNK = 100;

    private int next;

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        arrivals().begin();
        long since = System.nanoTime();
        Iterator<? extends Map<String, ?>> rows = rows(next, (int) records);
        next += (int) records;
        List<Object> chunk = new ArrayList<>(CHUNK);
        while (rows.hasNext()) {
            chunk.add(request(rows.next()));
            if (chunk.size() == CHUNK || !rows.hasNext()) {
                JsonNode data = client().post("/opportunities/bulk", chunk);
                require(data.size() == chunk.size() && data.get(0).path("id").isTextual(), data);
                chunk.clear();
            }
        }
        latencies.done(since);
        arrivals().require("bulkCreate", records);
    }

    /** What is sent for a row. */
    Object request(Map<String, ?> row) {
        return DealRows.request(row);
    }

    Iterator<? extends Map<String, ?>> rows(int from, int count) throws IOException {
        return DealRows.rows(from, count);
    }
}
