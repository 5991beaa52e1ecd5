// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** Polls as the consumer does: one position store, one scan that stays open, records handed to a route one by one. */
final class PollingRoute {

    static final Duration LOOKBACK = Duration.ofSeconds(60);

    /** What the route does with a record: true where it fails. */
    interface Step {
        boolean failsOn(Change change);
    }

    final List<Change> delivered = new ArrayList<>();
    final List<Instant> marks = new ArrayList<>();
    final MemoryStateRepository repository = new MemoryStateRepository();
    private final PositionStore store = new PositionStore(repository, "key");
    private final PageSource source;
    private final Emit emit;
    private final ScanMode mode;
    private final int pageSize;
    Duration lookback = LOOKBACK;
    Executor executor = Runnable::run;
    private ChangeReader reader;
    private ChangeScan scan;
    private Position position;

    PollingRoute(PageSource source, Emit emit, ScanMode mode, int pageSize) {
        this.source = source;
        this.emit = emit;
        this.mode = mode;
        this.pageSize = pageSize;
    }

    static Query query(int pageSize) {
        return new Query(null, List.of(), null, List.of(), pageSize, null, null);
    }

    ChangeReader reader() {
        if (reader == null) {
            reader = new ChangeReader(source, query(pageSize), emit, mode, lookback, executor, FakeCrm::isRefusal);
        }
        return reader;
    }

    /** The process dies: only what was stored survives. */
    void crash() {
        reader = null;
        scan = null;
        position = null;
    }

    /** The route is stopped in an orderly way, and started again. */
    void stopAndStart() {
        if (scan != null) {
            scan.close();
            store.save(scan.position());
        }
        crash();
    }

    int poll() {
        return poll(Integer.MAX_VALUE, change -> false);
    }

    /** @return how many records the route finished with */
    int poll(int maximum, Step step) {
        if (position == null) {
            position = store.load(emit, lookback).orElseGet(() -> reader().beginning());
        }
        if (scan == null || scan.isFinished()) {
            scan = reader().open(position);
        }
        int count = 0;
        Optional<Batch> batch;
        while (count < maximum && (batch = scan.next()).isPresent()) {
            for (Change change : batch.get().changes()) {
                if (count == maximum) {
                    return count;
                }
                if (step.failsOn(change)) {
                    return count;
                }
                delivered.add(change);
                scan.done(1);
                count++;
            }
            keep(scan.position());
        }
        keep(scan.position());
        return count;
    }

    private void keep(Position newer) {
        if (!newer.equals(position)) {
            store.save(newer);
            marks.add(newer.mark());
        }
        position = newer;
    }

    Position stored() {
        return store.load(emit, lookback).orElse(null);
    }

    List<String> deliveredIds() {
        return delivered.stream().map(Change::id).toList();
    }

    /** The version that each record was delivered in last. */
    Map<String, Object> lastVersions() {
        Map<String, Object> versions = new HashMap<>();
        delivered.forEach(change -> versions.put(change.id(), change.source().get("version")));
        return versions;
    }
}
