// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.Answer;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.Query;
import java.io.IOException;
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

/** What it costs to read the bytes of a page of 500 accounts, about 300 KB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class PageBenchmark {

    private final ObjectMapper json = new ObjectMapper();
    private final Query query = Query.ofOne(null);
    private byte[] bytes;
    private OctolaneClient client;

    @Setup
    public void page() throws IOException {
        ObjectNode root = json.createObjectNode().put("success", true).put("statusCode", 200);
        ObjectNode data = root.putObject("data");
        ArrayNode accounts = data.putArray("accounts");
        for (int i = 0; i < 500; i++) {
            ObjectNode account = accounts.addObject()
                    .put("id", new UUID(i * 7919L, i).toString())
                    .put("created_at", "2026-01-15T10:00:00.000Z")
                    .put("updated_at", "2026-11-15T10:00:00.000Z");
            Rows.of(OctolaneObject.account, i + 1)
                    .get(i)
                    .forEach((name, value) -> account.put(name.toLowerCase().replace(' ', '_'), value));
            account.put("estimated_revenue", 100_000 + i).putArray("tags").add("customer");
            account.putObject("custom_fields").put("region", "EMEA").put("score", i / 3.0);
        }
        data.put("has_more", true).put("next_cursor", "b2Zmc2V0OjUwMA");
        bytes = json.writeValueAsBytes(root);
        client = Memory.client(json, request -> new Answer(200, bytes, null, null));
    }

    /** The component: a stream of tokens, one Map a record. */
    @Benchmark
    public Page streamed() {
        return client.list(OctolaneObject.account, query, null);
    }

    /** Jackson: a tree of the whole. */
    @Benchmark
    public JsonNode tree() throws IOException {
        return json.readTree(bytes);
    }

    /** Jackson: Maps of the whole, which is what a route gets that unmarshals. */
    @Benchmark
    public Object maps() throws IOException {
        return json.readValue(bytes, Object.class);
    }
}
