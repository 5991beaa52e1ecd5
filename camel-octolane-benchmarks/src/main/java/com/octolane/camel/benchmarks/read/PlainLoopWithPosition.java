// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.mapping.UsualDates;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/**
 * The floor of a consumer that loses nothing: what {@link PlainLoopIntoRoute} does, and with it the least that the
 * promises of this component ask for. The next page comes while the route works on this one; a version that was
 * delivered before is left out; and after each page the ids of the lookback and the newest time are stored as a text.
 */
public final class PlainLoopWithPosition extends PlainLoopIntoRoute {

    private static final Duration LOOKBACK = Duration.ofMinutes(1);
    private static final String KEY = "accounts";

    private final MemoryStateRepository positions = new MemoryStateRepository();
    private final Map<String, Instant> delivered = new LinkedHashMap<>();
    private ExecutorService fetcher;
    private Instant mark;

    @Override
    public void start(Setting setting) throws Exception {
        super.start(setting);
        positions.start();
        fetcher = Executors.newSingleThreadExecutor();
    }

    @Override
    void loop(Latencies latencies) throws Exception {
        delivered.clear();
        mark = Instant.EPOCH;
        Future<Page> next = fetcher.submit(() -> page(null, latencies));
        while (next != null) {
            Page page = next.get();
            next = page.cursor() == null ? null : fetcher.submit(() -> page(page.cursor(), latencies));
            for (Map<?, ?> record : page.records()) {
                deliver(record);
            }
            store();
        }
    }

    private void deliver(Map<?, ?> record) throws Exception {
        String id = (String) record.get("id");
        Instant version = UsualDates.moment((String) record.get("updated_at"));
        Instant before = delivered.get(id);
        if (before == null || before.isBefore(version)) {
            take(record);
            delivered.put(id, version);
            mark = version.isAfter(mark) ? version : mark;
        }
    }

    private void store() {
        Instant floor = mark.minus(LOOKBACK);
        delivered.values().removeIf(version -> version.isBefore(floor));
        StringBuilder text = new StringBuilder(mark.toString());
        delivered.forEach(
                (id, version) -> text.append(',').append(id).append('@').append(version.toEpochMilli()));
        positions.setState(KEY, text.toString());
    }

    @Override
    public void close() throws Exception {
        fetcher.shutdown();
        super.close();
    }
}
