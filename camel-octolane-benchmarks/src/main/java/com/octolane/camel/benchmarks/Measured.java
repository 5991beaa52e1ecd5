// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.util.Map;

/**
 * What one subject took in one round.
 *
 * @param recordsPerSecond by the clock on the wall
 * @param cpuSeconds of the subject's process for 10,000 records, its collector included and its compiler not
 * @param compilerSeconds CPU that the compiler took meanwhile, for 10,000 records: the less the warmer the JVM was
 * @param p50 milliseconds of the median call of a user: one create, one whole bulk operation
 * @param p99 milliseconds
 * @param threads most platform threads at once
 * @param megabytes most memory that the process had from the system
 * @param otherLoad cores that were busy with neither the subject nor the stub
 * @param more what the scenario counts besides, such as calls
 */
public record Measured(
        double recordsPerSecond,
        double cpuSeconds,
        double compilerSeconds,
        double p50,
        double p99,
        int threads,
        double megabytes,
        double otherLoad,
        Map<String, Double> more) {

    /** @throws IllegalArgumentException when the subject did not count it */
    public double more(String name) {
        Double value = more.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing counted " + name + ", only " + more);
        }
        return value;
    }
}
