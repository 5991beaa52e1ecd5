// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.MappingOptions;
import com.octolane.camel.mapping.RecordMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What mapping a flat row of 12 fields costs, beside Jackson, which writes the same Map as it is. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class MappingBenchmark {

    private static final int BULK = 100;

    @Param({"opportunity", "account", "contact"})
    public OctolaneObject object;

    private final ObjectMapper json = new ObjectMapper();
    private final RecordMapper mapper = new RecordMapper(MappingOptions.defaults(), json);
    private List<Map<String, String>> rows;
    private List<Map<String, String>> chunk;
    private List<ObjectNode> mapped;
    private int next;

    @Setup
    public void rows() {
        rows = Rows.of(object, 500);
        chunk = rows.subList(0, BULK);
        mapped = rows.stream()
                .map(row -> mapper.create(object, row, Defaults.NONE))
                .toList();
    }

    private Map<String, String> row() {
        next = next == rows.size() - 1 ? 0 : next + 1;
        return rows.get(next);
    }

    /** The baseline: the Map as it is, to bytes. */
    @Benchmark
    public byte[] jackson() throws JsonProcessingException {
        return json.writeValueAsBytes(row());
    }

    /** Mapped, and then to bytes. */
    @Benchmark
    public byte[] mappedToBytes() throws JsonProcessingException {
        return json.writeValueAsBytes(mapper.create(object, row(), Defaults.NONE));
    }

    /** Mapped, without the bytes. */
    @Benchmark
    public ObjectNode mappedOnly() {
        return mapper.create(object, row(), Defaults.NONE);
    }

    /** What was mapped before to bytes: the part of {@link #mappedToBytes} that is Jackson's. */
    @Benchmark
    public byte[] mappedBefore() throws JsonProcessingException {
        next = next == mapped.size() - 1 ? 0 : next + 1;
        return json.writeValueAsBytes(mapped.get(next));
    }

    /** The baseline of a bulk call: 100 Maps in one body. */
    @Benchmark
    @OperationsPerInvocation(BULK)
    public byte[] jacksonBulk() throws JsonProcessingException {
        return json.writeValueAsBytes(chunk);
    }

    /** The body of a bulk call: 100 rows mapped and then to bytes. */
    @Benchmark
    @OperationsPerInvocation(BULK)
    public byte[] mappedToBytesBulk() throws JsonProcessingException {
        ArrayNode body = json.createArrayNode();
        for (Map<String, String> row : chunk) {
            body.add(mapper.create(object, row, Defaults.NONE));
        }
        return json.writeValueAsBytes(body);
    }
}
