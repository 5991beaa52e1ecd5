// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.util.Map;

/** One way to do the work of a scenario. It lives in a JVM of its own and talks to the stub API over a socket. */
public interface Subject extends AutoCloseable {

    /** Builds what is needed before the first record: context, routes, client, threads. Called once. */
    void start(Setting setting) throws Exception;

    /**
     * Moves records until so many are done, and returns then. Called several times: first to warm up, then to be measured.
     *
     * @throws Exception when a record did not arrive as it should: what is wrong is not measured
     */
    void move(long records, Latencies latencies) throws Exception;

    /** From the next {@link #move} on it is measured; before, work that only takes time may be left out. */
    default void warm() {}

    /** What it counted in the last {@link #move} besides records, by name. */
    default Map<String, Double> measures() {
        return Map.of();
    }

    @Override
    void close() throws Exception;
}
