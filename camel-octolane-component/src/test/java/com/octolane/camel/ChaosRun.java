// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.OctolaneBulkException;
import com.octolane.camel.simulator.BulkAnswerShape;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

/** One object through one bulk operation, against a simulator of its own, of whose calls one in five goes wrong. */
final class ChaosRun implements AutoCloseable {

    private static final int ROWS_OF_A_SHAPE = 250;
    private static final int ROWS_AFTER_THE_STOP = 100;
    private static final Fault[] QUICK = {
        Fault.RESET_BEFORE_WRITE,
        Fault.RESET_AFTER_WRITE,
        Fault.TRUNCATED_BODY,
        Fault.STATUS_500_BEFORE_WRITE,
        Fault.STATUS_500_AFTER_WRITE,
        Fault.STATUS_503,
        Fault.HTML_ERROR_PAGE,
        Fault.EMPTY_BODY,
        Fault.SUCCESS_FALSE
    };

    private final OctolaneObject object;
    private final boolean upsert;
    private final String name;
    private final ChaosRows input;
    private final Set<String> seededKeys = new HashSet<>();
    private final OctolaneSimulator simulator =
            OctolaneSimulator.builder().journalEntries(0).start();
    private final CamelContext context = new DefaultCamelContext();
    private final OctolaneComponent component = new OctolaneComponent();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int read;
    private volatile CompletableFuture<Void> stopping;

    ChaosRun(OctolaneObject object, boolean upsert, int rows, long seed) throws Exception {
        this.object = object;
        this.upsert = upsert;
        this.name = object + (upsert ? " bulkUpsert" : " bulkCreate") + ", seed " + seed;
        this.input = new ChaosRows(object, seed, rows);
        if (isKeyed()) {
            seedSome();
        }
        spoil(seed);
        OctolaneConfiguration options = component.getConfiguration();
        options.setBaseUrl(simulator.baseUrl());
        options.setApiKey(simulator.apiKey());
        options.setPipelineId(DEFAULT_PIPELINE_ID);
        options.setRetryDelay("1ms");
        options.setMaxRetryDelay("2s");
        options.setResponseTimeout("2s");
        options.setFailOnPartial(false);
        options.setBulkSize(20);
        context.addComponent("octolane", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri());
            }
        });
        context.start();
    }

    private String uri() {
        return "octolane:" + object + "?operation="
                + (upsert ? "bulkUpsert&matchOn=" + input.keyField() : "bulkCreate");
    }

    /** Whether rows with the same key stand for one record. */
    private boolean isKeyed() {
        return upsert || object == OctolaneObject.account || object == OctolaneObject.contact;
    }

    private void seedSome() {
        for (int i = 0; i < input.rows().size(); i += 10) {
            ChaosRows.Row row = input.rows().get(i);
            if (seededKeys.add(row.key())) {
                Map<String, Object> record = new HashMap<>();
                record.put(input.keyField(), row.key());
                record.put(input.tagField(), ChaosTruth.SEEDED);
                simulator.seed(object.plural(), record);
            }
        }
    }

    private void spoil(long seed) {
        // a rule about no path, which is asked about each call
        simulator.faults().on(path -> calls.incrementAndGet() < 0).every(1, Fault.STATUS_503);
        // what takes seconds happens less often, so that the run does not take minutes
        simulator
                .faults()
                .hangFor(Duration.ofMillis(2_100))
                .randomly(seed, 0.168, QUICK)
                .randomly(seed + 1, 0.016, Fault.HANG, Fault.HANG_AFTER_WRITE)
                .randomly(seed + 2, 0.016, Fault.RATE_LIMITED, Fault.RATE_LIMITED_SECONDS, Fault.RATE_LIMITED_DATE);
    }

    /** The records; while they are read, the shape of answers changes, and whether errors name rows. */
    private Iterator<Object> source(int stopAt) {
        Iterator<Object> records = input.records().iterator();
        BulkAnswerShape[] shapes = BulkAnswerShape.values();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Object next() {
                if (read % ROWS_OF_A_SHAPE == 0) {
                    int turn = read / ROWS_OF_A_SHAPE;
                    simulator.world().bulkAnswers(shapes[(turn + object.ordinal()) % shapes.length]);
                    simulator.world().rowIndexInErrors(turn % 4 < 2);
                }
                if (read == stopAt) {
                    stopping = CompletableFuture.runAsync(context::stop, task -> new Thread(task, "stop").start());
                } else if (stopping != null && read == stopAt + ROWS_AFTER_THE_STOP) {
                    // on a slow machine the last row must not come before the stop does
                    Awaitility.await().until(component::isStopRequested);
                }
                Object record = records.next();
                read++;
                return record;
            }
        };
    }

    /** Writes all rows and compares what is reported with what the simulator has. */
    BulkResult write() {
        BulkResult result = context.createProducerTemplate().requestBody("direct:in", source(-1), BulkResult.class);
        assertThat(result.total()).as(name).isEqualTo(input.rows().size());
        check(result);
        return result;
    }

    /**
     * The same with a context that stops in the middle.
     *
     * @param graceful whether Camel waits for the exchange; otherwise calls that are under way are cut off
     */
    BulkResult writeUntilStopped(int stopAt, boolean graceful) {
        Exchange answer = context.createProducerTemplate()
                .request(
                        graceful ? "direct:in" : uri(),
                        exchange -> exchange.getMessage().setBody(source(stopAt)));
        stopping.join();
        assertThat(answer.getException()).as(name).isInstanceOf(OctolaneBulkException.class);
        BulkResult result = ((OctolaneBulkException) answer.getException()).getResult();
        assertThat(result.total()).as(name).isBetween(stopAt, input.rows().size() - 1);
        check(result);
        return result;
    }

    private void check(BulkResult result) {
        // after this no call is under way in the simulator any more
        simulator.close();
        new ChaosTruth(input, upsert, seededKeys, name, simulator.records(object.plural()))
                .holdsFor(result, read, isKeyed());
    }

    int calls() {
        return calls.get();
    }

    Map<Fault, Integer> faults() {
        return Stream.of(Fault.values())
                .collect(Collectors.toMap(
                        Function.identity(), fault -> simulator.faults().count(fault)));
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
