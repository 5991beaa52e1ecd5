// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long the calls of a subject's users took: a create, a whole bulk operation, a page. Safe for many threads. */
public final class Latencies {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

    private final Histogram histogram = new ConcurrentHistogram(LONGEST, 3);

    /** @param since a reading of {@link System#nanoTime()} from before the call */
    public void done(long since) {
        histogram.recordValue(Math.min(LONGEST, System.nanoTime() - since));
    }

    /** Milliseconds below which that share of the calls stayed; NaN when there was none. */
    double percentile(double percent) {
        return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percent) / 1e6;
    }
}
