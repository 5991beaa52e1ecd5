// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.read.HandWrittenLoop;
import com.octolane.camel.benchmarks.read.OctolaneConsumed;
import com.octolane.camel.benchmarks.read.OctolaneListed;
import com.octolane.camel.benchmarks.read.PlainLoop;
import com.octolane.camel.benchmarks.read.PlainLoopIntoRoute;
import com.octolane.camel.benchmarks.read.Tenths;
import com.octolane.camel.benchmarks.start.BareContext;
import com.octolane.camel.benchmarks.start.HttpContext;
import com.octolane.camel.benchmarks.start.OctolaneContext;
import com.octolane.camel.benchmarks.write.HandWrittenCreate;
import com.octolane.camel.benchmarks.write.HandWrittenCsvCreate;
import com.octolane.camel.benchmarks.write.HandWrittenUpsert;
import com.octolane.camel.benchmarks.write.OctolaneBulkCreate;
import com.octolane.camel.benchmarks.write.OctolaneBulkUpsert;
import com.octolane.camel.benchmarks.write.OctolaneCreate;
import com.octolane.camel.benchmarks.write.OctolaneCreateOnPlatformThreads;
import com.octolane.camel.benchmarks.write.OctolaneCreateOnVirtualThreads;
import com.octolane.camel.benchmarks.write.OctolaneCsvBulkCreate;
import com.octolane.camel.benchmarks.write.OctolaneCsvStream;
import com.octolane.camel.benchmarks.write.OctolaneNarrowing;
import com.octolane.camel.benchmarks.write.OctolaneTo;
import com.octolane.camel.benchmarks.write.OctolaneToD;
import com.octolane.camel.benchmarks.write.PlainCreate;
import com.octolane.camel.benchmarks.write.PlainCsvBulkCreate;
import java.util.List;
import java.util.Map;

/**
 * All scenarios with their targets: (a) is the route that users write by hand, (b) this component, (c) a plain loop with
 * the same HTTP client and no Camel, (d) that loop where its records enter a route with the headers that this component sets.
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
                create(),
                createWithLatency(20),
                createWithLatency(100),
                bulkCreateWithLatency(),
                bulkCreateOfCsv(),
                bulkUpsert(),
                consumer("consumer", 0),
                consumer("consumer-and-work", 200),
                listOfAMillion(),
                csvOfAMillion(),
                toD(),
                narrowing(),
                start(),
                virtualThreads());
    }

    private static Scenario create() {
        return Scenario.named("create", "`create`, 16 callers, 0 ms a call")
                .callers(16)
                .run("(a)", HandWrittenCreate.class, 400_000, 80_000)
                .run("(b)", OctolaneCreate.class, 400_000, 80_000)
                .run("(c)", PlainCreate.class, 400_000, 80_000)
                .atMost(0.6, CPU_OF_A, seen -> seen.cpu("(b)", "(a)"))
                .atLeast(1.7, SPEED_OF_A, seen -> seen.speed("(b)", "(a)"))
                .atMost(1.8, CPU_OF_C, seen -> seen.cpu("(b)", "(c)"))
                .atMost(0.6, "(c): CPU a record, of (a), the floor", seen -> seen.cpu("(c)", "(a)"))
                .atLeast(1.7, "(c): records a second, of (a), the ceiling", seen -> seen.speed("(c)", "(a)"))
                .build();
    }

    private static Scenario createWithLatency(int millis) {
        int callers = 64;
        double possible = callers * 1000.0 / millis;
        long warmUp = millis < 100 ? 400_000 : 100_000;
        return Scenario.named("create-" + millis + "ms", "`create`, 64 callers, %d ms a call".formatted(millis))
                .stub("delayMillis", millis)
                .rounds(1)
                .callers(callers)
                .run("(a)", HandWrittenCreate.class, warmUp, Math.round(possible * 5))
                .run("(b)", OctolaneCreate.class, warmUp, Math.round(possible * 5))
                .run("(c)", PlainCreate.class, warmUp, Math.round(possible * 5))
                .atLeast(
                        0.93,
                        "(b): records a second, of callers / latency",
                        seen -> seen.of("(b)").recordsPerSecond() / possible)
                .atLeast(
                        0.93,
                        "(c): records a second, of callers / latency, the ceiling",
                        seen -> seen.of("(c)").recordsPerSecond() / possible)
                .build();
    }

    private static Scenario bulkCreateWithLatency() {
        double possible = 4 * 100 * 1000.0 / 20;
        return Scenario.named("bulk-create", "`bulkCreate` from one thread, default settings, 20 ms a call")
                .stub("delayMillis", 20)
                .rounds(1)
                .run("(a)", HandWrittenCreate.class, 20_000, 200)
                .run("(b)", OctolaneBulkCreate.class, 400_000, 100_000)
                .atLeast(350, SPEED_OF_A, seen -> seen.speed("(b)", "(a)"))
                .atLeast(
                        0.9,
                        "(b): records a second, of bulkConcurrency × 100 / latency",
                        seen -> seen.of("(b)").recordsPerSecond() / possible)
                .build();
    }

    private static Scenario bulkCreateOfCsv() {
        return Scenario.named("bulk-create-csv", "`bulkCreate` of CSV rows with 12 fields, 0 ms a call")
                .rounds(2)
                .run("(a)", HandWrittenCsvCreate.class, 100_000, 40_000)
                .run("(b)", OctolaneCsvBulkCreate.class, 600_000, 100_000)
                .run("(c)", PlainCsvBulkCreate.class, 600_000, 100_000)
                .atMost(0.1, CPU_OF_A, seen -> seen.cpu("(b)", "(a)"))
                .atMost(0.1, "(c): CPU a record, of (a), the floor", seen -> seen.cpu("(c)", "(a)"))
                .build();
    }

    private static Scenario bulkUpsert() {
        return Scenario.named("bulk-upsert", "`bulkUpsert` of rows that all exist unchanged, 20 ms a call")
                .stub("delayMillis", 20)
                .rounds(1)
                .run("(a)", HandWrittenUpsert.class, 20_000, 200)
                .run("(b)", OctolaneBulkUpsert.class, 200_000, 50_000)
                .atLeast(100, SPEED_OF_A, seen -> seen.speed("(b)", "(a)"))
                .build();
    }

    private static Scenario toD() {
        return Scenario.named("to-d", "`toD` with a thousand different URIs, and `to`")
                .rounds(2)
                .run("(a)", OctolaneTo.class, 200_000, 40_000)
                .run("(b)", OctolaneToD.class, 200_000, 40_000)
                .atMost(1.15, "CPU a message by `toD`, of `to`", seen -> seen.cpu("(b)", "(a)"))
                .build();
    }

    private static Scenario narrowing() {
        return Scenario.named("narrowing", "10,000 rows of which 1 % are bad, spread at random")
                .rounds(1)
                .more(Map.of("bad", "1", "narrowing", "none"))
                .run("clean", OctolaneNarrowing.class, 10_000, 10_000)
                .more(Map.of("bad", "1", "narrowing", "named"))
                .run("named", OctolaneNarrowing.class, 10_000, 10_000)
                .more(Map.of("bad", "1", "narrowing", "unnamed"))
                .run("unnamed", OctolaneNarrowing.class, 10_000, 10_000)
                .atMost(
                        3,
                        "calls where the API names the row, of a clean run",
                        seen -> calls(seen, "named") / calls(seen, "clean"))
                .atMost(
                        1,
                        "calls where it does not, of plain halving",
                        seen -> calls(seen, "unnamed") / seen.of("unnamed").more(OctolaneNarrowing.HALVING))
                .build();
    }

    private static double calls(Target.Seen seen, String label) {
        return seen.of(label).more("calls");
    }

    private static Scenario virtualThreads() {
        return Scenario.named("virtual-threads", "`create` from 256 callers, 20 ms a call, JDK 25")
                .stub("delayMillis", 20)
                .rounds(1)
                .callers(256)
                .jvm(25, "-Xmx256m")
                .run("platform", OctolaneCreateOnPlatformThreads.class, 50_000, 50_000)
                .run("virtual", OctolaneCreateOnVirtualThreads.class, 50_000, 50_000)
                .atLeast(
                        0.9,
                        "records a second on virtual threads, of platform ones",
                        seen -> seen.speed("virtual", "platform"))
                .atMost(
                        40,
                        "platform threads with virtual ones",
                        seen -> seen.of("virtual").threads())
                .build();
    }

    private static Scenario consumer(String name, int workMicros) {
        int records = workMicros == 0 ? 40_000 : 20_000;
        int warmUp = 30 * records;
        double network = records / PAGE * 0.1;
        double work = records * workMicros / 1e6;
        return Scenario.named(
                        name, "Consumer, pages of 500, 100 ms a call, %d µs of work a record".formatted(workMicros))
                .stub("delayMillis", 100)
                .stub("records", records)
                .rounds(workMicros == 0 ? 2 : 1)
                .more(Map.of("workMicros", String.valueOf(workMicros)))
                .run("(a)", HandWrittenLoop.class, warmUp, records)
                .run("(b)", OctolaneConsumed.class, warmUp, records)
                .run("(c)", PlainLoop.class, warmUp, records)
                .run("(d)", PlainLoopIntoRoute.class, warmUp, records)
                .atMost(1.3, CPU_OF_C, seen -> seen.cpu("(b)", "(c)"))
                .atMost(1.3, "(d): CPU a record, of (c), the floor", seen -> seen.cpu("(d)", "(c)"))
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
                .run("(b)", OctolaneCsvStream.class, 100_000, 1_000_000)
                .atLeast(
                        0.95,
                        "records a second in the last tenth, of the first",
                        seen -> seen.of("(b)").more(Tenths.LAST_OF_FIRST))
                .build();
    }

    private static Scenario start() {
        return Scenario.named("start", "Start of a context with a producer and a consumer, and of one without")
                .rounds(5)
                .run("(a)", BareContext.class, 0, 1)
                .run("camel-http", HttpContext.class, 0, 1)
                .run("(b)", OctolaneContext.class, 0, 1)
                .atMost(
                        150,
                        "milliseconds over the context without them",
                        seen -> seen.of("(b)").more("ms") - seen.of("(a)").more("ms"))
                .atMost(
                        150,
                        "milliseconds of camel-http alone over it, the floor",
                        seen -> seen.of("camel-http").more("ms")
                                - seen.of("(a)").more("ms"))
                .build();
    }
}
