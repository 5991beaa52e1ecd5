// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.Target.Seen;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One number over the rounds of a scenario. */
record Spread(double least, double median, double most) {

    static Spread of(List<Seen> rounds, ToDoubleFunction<Seen> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(Chart.number(median), Chart.number(least), Chart.number(most));
    }
}
