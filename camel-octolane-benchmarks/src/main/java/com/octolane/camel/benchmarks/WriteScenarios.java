// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.read.Tenths;
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
import com.octolane.camel.benchmarks.write.PlainCsvMappedCreate;
import java.util.Map;

/** What producers are measured at. {@link Scenarios} says what the letters stand for. */
final class WriteScenarios {

    private static final String CPU_OF_A = "(b): CPU a record, of (a)";
    private static final String SPEED_OF_A = "(b): records a second, of (a)";

    private WriteScenarios() {}

    static Scenario create() {
        return Scenario.named("create", "`create`, 16 callers, 0 ms a call")
                .callers(16)
                .run("(a)", HandWrittenCreate.class, 400_000, 80_000)
                .run("(b)", OctolaneCreate.class, 400_000, 80_000)
                .run("(c)", PlainCreate.class, 400_000, 80_000)
                .atMost(0.6, CPU_OF_A, seen -> seen.cpu("(b)", "(a)"))
                .atLeast(1.7, SPEED_OF_A, seen -> seen.speed("(b)", "(a)"))
                .atMost(1.8, "(b): CPU a record, of (c)", seen -> seen.cpu("(b)", "(c)"))
                .atMost(0.6, "(c): CPU a record, of (a), the floor", seen -> seen.cpu("(c)", "(a)"))
                .atLeast(1.7, "(c): records a second, of (a), the ceiling", seen -> seen.speed("(c)", "(a)"))
                .build();
    }

    static Scenario createWithLatency(int millis) {
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

    static Scenario bulkCreateWithLatency() {
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

    static Scenario bulkCreateOfCsv() {
        return Scenario.named("bulk-create-csv", "`bulkCreate` of CSV rows with 12 fields, 0 ms a call")
                .rounds(2)
                .run("(a)", HandWrittenCsvCreate.class, 100_000, 40_000)
                .run("(b)", OctolaneCsvBulkCreate.class, 600_000, 100_000)
                .run("(c)", PlainCsvBulkCreate.class, 600_000, 100_000)
                .run("(f)", PlainCsvMappedCreate.class, 600_000, 100_000)
                .atMost(0.1, CPU_OF_A, seen -> seen.cpu("(b)", "(a)"))
                .atMost(0.1, "(f): CPU a record, of (a), the floor", seen -> seen.cpu("(f)", "(a)"))
                .build();
    }

    static Scenario bulkUpsert() {
        return Scenario.named("bulk-upsert", "`bulkUpsert` of rows that all exist unchanged, 20 ms a call")
                .stub("delayMillis", 20)
                .rounds(1)
                .run("(a)", HandWrittenUpsert.class, 20_000, 200)
                .run("(b)", OctolaneBulkUpsert.class, 200_000, 50_000)
                .atLeast(100, SPEED_OF_A, seen -> seen.speed("(b)", "(a)"))
                .build();
    }

    static Scenario csvOfAMillion() {
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

    static Scenario narrowing() {
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

    static Scenario toD() {
        return Scenario.named("to-d", "`toD` with a thousand different URIs, and `to`")
                .rounds(2)
                .run("(a)", OctolaneTo.class, 200_000, 40_000)
                .run("(b)", OctolaneToD.class, 200_000, 40_000)
                .atMost(1.15, "CPU a message by `toD`, of `to`", seen -> seen.cpu("(b)", "(a)"))
                .build();
    }

    static Scenario virtualThreads() {
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
}
