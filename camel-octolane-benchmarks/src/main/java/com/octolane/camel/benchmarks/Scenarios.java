// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.read.HandWrittenLoop;
import com.octolane.camel.benchmarks.read.OctolaneConsumed;
import com.octolane.camel.benchmarks.read.OctolaneListed;
import com.octolane.camel.benchmarks.read.PlainLoop;
import com.octolane.camel.benchmarks.read.Tenths;
import com.octolane.camel.benchmarks.start.BareContext;
import com.octolane.camel.benchmarks.start.OctolaneContext;
import com.octolane.camel.benchmarks.write.OctolaneCsvFile;
import java.util.List;
import java.util.Map;

/**
 * All scenarios with their targets: (a) is the route that users write by hand, (b) this component, (c) a plain loop with
 * the same HTTP client and no Camel.
 */
final class Scenarios {

    private static final String CPU_OF_A = "(b): CPU a record, of (a)";
    private static final String CPU_OF_C = "(b): CPU a record, of (c)";
    private static final String SPEED_OF_A = "(b): records a second, of (a)";
    private static final int PAGE = 500;

    private Scenarios() {}

    /** @throws IllegalArgumentException when there is no scenario of one of the names */
    static List<Scenario> named(List<String> names) {
        List<Scenario> all = all();
        List<String> known = all.stream().map(Scenario::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no scenario " + name + ", only " + known);
            }
        }
        return all.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
    }

    private static List<Scenario> all() {
        return List.of(
                consumer("consumer", 0),
                consumer("consumer-and-work", 200),
                listOfAMillion(),
                csvOfAMillion(),
                start());
    }

    private static Scenario consumer(String name, int workMicros) {
        int records = 30_000;
        double network = records / PAGE * 0.1;
        double work = records * workMicros / 1e6;
        return Scenario.named(
                        name, "Consumer, pages of 500, 100 ms a call, %d µs of work a record".formatted(workMicros))
                .stub("delayMillis", 100)
                .stub("records", records)
                .more(Map.of("workMicros", String.valueOf(workMicros)))
                .run("(a)", HandWrittenLoop.class, records, records)
                .run("(b)", OctolaneConsumed.class, records, records)
                .run("(c)", PlainLoop.class, records, records)
                .atMost(1.3, CPU_OF_C, seen -> seen.cpu("(b)", "(c)"))
                .atMost(
                        1.08,
                        "(b): time, of the larger of network and work",
                        seen -> records / seen.of("(b)").recordsPerSecond() / Math.max(network, work))
                .build();
    }

    private static Scenario listOfAMillion() {
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

    private static Scenario csvOfAMillion() {
        return Scenario.named("csv-of-a-million", "A CSV file of a million rows by `bulkCreate`, a JVM of 64 MB")
                .rounds(1)
                .jvm(17, "-Xmx64m")
                .run("(b)", OctolaneCsvFile.class, 100_000, 1_000_000)
                .atLeast(
                        0.95,
                        "records a second in the last tenth, of the first",
                        seen -> seen.of("(b)").more(Tenths.LAST_OF_FIRST))
                .build();
    }

    private static Scenario start() {
        return Scenario.named("start", "Start of a context with a producer and a consumer, and of one without")
                .rounds(7)
                .run("(a)", BareContext.class, 0, 1)
                .run("(b)", OctolaneContext.class, 0, 1)
                .atMost(
                        150,
                        "milliseconds over the context without them",
                        seen -> seen.of("(b)").more("ms") - seen.of("(a)").more("ms"))
                .build();
    }
}
