// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What is wanted of a scenario's numbers.
 *
 * @param text what the value is, such as "CPU a record, of (a)"
 * @param value reads it from the numbers of one round, so that both sides of a ratio met the same machine
 * @param atMost whether the bound is the largest that will do; else it is the smallest
 */
public record Target(String text, ToDoubleFunction<Seen> value, double bound, boolean atMost) {

    /** The numbers of one round by the labels of the subjects. */
    public record Seen(Map<String, Measured> subjects) {

        /** @throws IllegalArgumentException when no such subject ran */
        public Measured of(String label) {
            Measured measured = subjects.get(label);
            if (measured == null) {
                throw new IllegalArgumentException("no subject " + label + " ran, only " + subjects.keySet());
            }
            return measured;
        }

        double cpu(String label, String other) {
            return of(label).cpuSeconds() / of(other).cpuSeconds();
        }

        double speed(String label, String other) {
            return of(label).recordsPerSecond() / of(other).recordsPerSecond();
        }
    }

    /** The bound in words. */
    String wanted() {
        return (atMost ? "at most " : "at least ") + Chart.number(bound);
    }

    boolean met(double seen) {
        return atMost ? seen <= bound : seen >= bound;
    }
}
