// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.mapping.Changes;
import com.octolane.camel.mapping.MappingOptions;
import com.octolane.camel.mapping.Preset;
import com.octolane.camel.mapping.RecordMapper;
import com.octolane.camel.mapping.Unmapped;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Updates of one field: what a value costs beyond a text ({@code next_steps}) is what its conversion costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class ConversionBenchmark {

    @Param({
        "next_steps=call back",
        "deal_size=12500",
        "deal_size=12500.50",
        "deal_size=12,500.00",
        "deal_size=€ 12.500,00",
        "close_date=2026-10-01",
        "close_date=2026-10-01T10:15:00Z",
        "close_date=01.10.2026",
        "owner_email=Ann@example.com",
        "account_domain=https://www.example.com/about"
    })
    public String cell;

    private final RecordMapper mapper = new RecordMapper(
            new MappingOptions(Preset.octolane, Map.of(), Unmapped.custom, "dd.MM.yyyy", ZoneId.of("Europe/Berlin")),
            new ObjectMapper());
    private Map<String, String> record;

    @Setup
    public void record() {
        int equals = cell.indexOf('=');
        record = Map.of(cell.substring(0, equals), cell.substring(equals + 1));
    }

    @Benchmark
    public Changes convert() {
        return mapper.update(OctolaneObject.opportunity, record);
    }
}
