// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import com.octolane.camel.poll.Change;
import com.octolane.camel.poll.Emit;
import com.octolane.camel.poll.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs a consumer to know how far it came, for a page of 500 records and with 500 earlier ids remembered. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class PositionBenchmark {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private List<Change> page;
    private Position before;
    private String text;

    @Setup
    public void position() {
        before = Position.at(Emit.CHANGED, Duration.ofMinutes(5), START)
                .with(changes(0))
                .movedTo(START.plusMillis(499 * 100));
        page = changes(500);
        text = before.encode();
    }

    private static List<Change> changes(int from) {
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < from + 500; i++) {
            Instant time = START.plusMillis(i * 100L);
            changes.add(new Change(new UUID(i * 7919L, i * 31L).toString(), time, time, time, true, Map.of()));
        }
        return changes;
    }

    /** Asks of each record whether it is new, remembers those that are, and moves the mark. */
    @Benchmark
    public Position advance() {
        List<Change> fresh = new ArrayList<>();
        for (Change each : page) {
            if (before.isNew(each)) {
                fresh.add(each);
            }
        }
        return before.with(fresh).movedTo(fresh.get(fresh.size() - 1).time());
    }

    /** The text that the store keeps. */
    @Benchmark
    public String encode() {
        return before.encode();
    }

    @Benchmark
    public Position parse() {
        return Position.parse(Emit.CHANGED, Duration.ofMinutes(5), text);
    }
}
