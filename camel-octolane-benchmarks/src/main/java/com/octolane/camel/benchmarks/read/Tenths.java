// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import java.util.Map;

/** Tells whether the last tenth of much work went as fast as the first. Counted by one thread at a time. */
public final class Tenths {

    /** Name of the last tenth's records a second, of the first's. */
    public static final String LAST_OF_FIRST = "last tenth of first";

    private final long tenth;
    private final long[] ends = new long[11];
    private long count;

    public Tenths(long records) {
        tenth = Math.max(1, records / 10);
        ends[0] = System.nanoTime();
    }

    public void count() {
        count++;
        if (count % tenth == 0 && count / tenth <= 10) {
            ends[(int) (count / tenth)] = System.nanoTime();
        }
    }

    /** @throws IllegalStateException when there were more or fewer */
    public void expect(long records) {
        if (count != records) {
            throw new IllegalStateException(count + " records came, not " + records);
        }
    }

    public Map<String, Double> measures() {
        return Map.of(LAST_OF_FIRST, (double) (ends[1] - ends[0]) / (ends[10] - ends[9]));
    }
}
