// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.benchmarks.stub.StubProcess;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** What reached the stub in one move, by its own counts. */
final class Arrivals {

    private final URI api;
    private JsonNode before;
    private JsonNode after;

    Arrivals(URI api) {
        this.api = api;
    }

    void begin() throws IOException {
        before = StubProcess.counts(api);
    }

    /**
     * Ends the move.
     *
     * @param kind how the stub calls what was done
     * @throws IOException when other than so many records arrived that way
     */
    void require(String kind, long records) throws IOException {
        after = StubProcess.counts(api);
        long arrived = count("/records/" + kind);
        if (arrived != records) {
            throw new IOException(
                    arrived + " records came to the stub by " + kind + ", but " + records + " should have");
        }
    }

    /** Ends a move in which nothing was to be written. */
    void requireNoWrites() throws IOException {
        require("create", 0);
        require("bulkCreate", 0);
        require("bulkUpdate", 0);
    }

    private long count(String path) {
        return after.at(path).asLong() - before.at(path).asLong();
    }

    /** The calls in all, those that were refused, the rows of these, and the calls of each kind ({@code calls.create}). */
    Map<String, Double> measures() {
        Map<String, Double> measures = new TreeMap<>();
        double calls = 0;
        for (var each : after.path("calls").properties()) {
            double count = count("/calls/" + each.getKey());
            measures.put("calls." + each.getKey(), count);
            calls += count;
        }
        measures.put("calls", calls);
        measures.put("refusedCalls", (double) count("/refusedCalls"));
        measures.put("refusedRows", (double) count("/refusedRows"));
        return measures;
    }
}
