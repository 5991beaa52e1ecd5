// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.read.HandWrittenLoop;
import com.octolane.camel.benchmarks.read.OctolaneConsumed;
import com.octolane.camel.benchmarks.read.OctolaneListed;
import com.octolane.camel.benchmarks.read.PlainLoop;
import com.octolane.camel.benchmarks.read.PlainLoopIntoRoute;
import com.octolane.camel.benchmarks.read.PlainLoopWithPosition;
import com.octolane.camel.benchmarks.read.Tenths;
import java.util.Map;

/** What readers are measured at. {@link Scenarios} says what the letters stand for. */
final class ReadScenarios {

    private static final int PAGE = 500;

    private ReadScenarios() {}

    static Scenario consumer() {
        int records = 60_000;
        long warmUp = 40 * records;
        return reading("consumer", warmUp, records, 0)
                .rounds(2)
                .run("(d)", PlainLoopIntoRoute.class, warmUp, records)
                .run("(e)", PlainLoopWithPosition.class, warmUp, records)
                .atMost(1.3, "(d): CPU a record, of (c), the floor of a route", seen -> seen.cpu("(d)", "(c)"))
                .atMost(1.3, "(e): CPU a record, of (c), the floor of these promises", seen -> seen.cpu("(e)", "(c)"))
                .build();
    }

    static Scenario consumerAndWork() {
        return reading("consumer-and-work", 600_000, 20_000, 200).rounds(1).build();
    }

    private static Scenario.Builder reading(String name, long warmUp, int records, int workMicros) {
        double network = records / PAGE * 0.1;
        double work = records * workMicros / 1e6;
        return Scenario.named(
                        name, "Consumer, pages of 500, 100 ms a call, %d µs of work a record".formatted(workMicros))
                .stub("delayMillis", 100)
                .stub("records", records)
                .more(Map.of("workMicros", String.valueOf(workMicros)))
                .run("(a)", HandWrittenLoop.class, warmUp, records)
                .run("(b)", OctolaneConsumed.class, warmUp, records)
                .run("(c)", PlainLoop.class, warmUp, records)
                .atMost(1.3, "(b): CPU a record, of (c)", seen -> seen.cpu("(b)", "(c)"))
                .atMost(
                        1.08,
                        "(b): time, of the larger of network and work",
                        seen -> records / seen.of("(b)").recordsPerSecond() / Math.max(network, work));
    }

    static Scenario listOfAMillion() {
        int records = 1_000_000;
        return Scenario.named("list-of-a-million", "`list` with `paging=stream`, a million records, a JVM of 64 MB")
                .stub("records", records)
                .rounds(1)
                .jvm(17, "-Xmx64m")
                .run("(b)", OctolaneListed.class, records, records)
                .atLeast(
                        0.95,
                        "records a second in the last tenth, of the first",
                        seen -> seen.of("(b)").more(Tenths.LAST_OF_FIRST))
                .build();
    }
}
