// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkOperations;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.client.Answer;
import com.octolane.camel.client.Request;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.MappingOptions;
import com.octolane.camel.mapping.RecordMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A bulk create of 100 accounts without a wire: mapping, body, reading of the answer. What it costs beyond
 * {@code clean} when 2 rows are bad is what narrowing costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class NarrowingBenchmark {

    /** How the API tells of the bad rows. */
    public enum Told {
        /** No row is bad. */
        clean,
        /** It names each bad row. */
        named,
        /** It rejects the chunk and names none. */
        unnamed
    }

    private static final String BAD = "bad.example.com";

    @Param
    public Told told;

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private List<Object> rows;
    private BulkOperations operations;

    @Setup
    public void operations() {
        rows = new ArrayList<>(Rows.of(OctolaneObject.account, 100));
        if (told != Told.clean) {
            for (int bad : List.of(17, 71)) {
                var row = Rows.of(OctolaneObject.account, bad + 1).get(bad);
                row.put("Domain", BAD);
                rows.set(bad, row);
            }
        }
        operations = new BulkOperations(
                Memory.client(json, this::answer),
                OctolaneObject.account,
                new RecordMapper(MappingOptions.defaults(), json),
                new BulkOperations.Settings(0, 1, executor, () -> false, null));
    }

    @TearDown
    public void stop() {
        executor.shutdown();
    }

    private Answer answer(Request request) {
        try {
            ArrayNode sent = (ArrayNode) json.readTree(request.body());
            ObjectNode errors = json.createObjectNode();
            for (int i = 0; i < sent.size(); i++) {
                if (BAD.equals(sent.get(i).path("domain").textValue())) {
                    errors.put(told == Told.named ? "accounts[" + i + "].domain" : "domain", "is not reachable");
                }
            }
            ObjectNode root = json.createObjectNode().put("success", errors.isEmpty());
            if (errors.isEmpty()) {
                ArrayNode data = root.putArray("data");
                sent.forEach(each -> data.addObject()
                        .put("id", "33333333-2222-4333-8444-555555555555")
                        .set("domain", each.get("domain")));
            } else {
                root.put("statusCode", 400).put("message", "Validation failed").set("errors", errors);
            }
            return new Answer(errors.isEmpty() ? 200 : 400, json.writeValueAsBytes(root), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public BulkResult write() {
        return operations.create(rows.iterator(), Defaults.NONE);
    }
}
