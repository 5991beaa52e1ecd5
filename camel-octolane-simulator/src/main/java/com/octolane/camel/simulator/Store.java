// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** All records. Writers exclude each other and readers, so that a page is one consistent look and a bulk create is all or nothing. */
final class Store {

    private final Supplier<Instant> clock;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Kind, Table> tables = new EnumMap<>(Kind.class);
    private long sequence;

    Store(Supplier<Instant> clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            tables.put(kind, new Table(kind));
        }
    }

    <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    <T> T writing(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Sees to it that the index exists before somebody reads it. Call it while not {@link #reading}. */
    void prepareIndex(Kind kind, String partition, String field) {
        if (!reading(() -> table(kind).isIndexed(partition, field))) {
            writing(() -> table(kind).index(partition, field));
        }
    }

    Table table(Kind kind) {
        return tables.get(kind);
    }

    Instant now() {
        return Timestamps.truncate(clock.get());
    }

    /** Stores a record that gets its id and its timestamps here. Call it while {@link #writing}. */
    CrmRecord insert(Kind kind, Map<String, Object> fields) {
        Instant now = now();
        return insert(kind, UUID.randomUUID().toString(), now, now, fields);
    }

    CrmRecord insert(Kind kind, String id, Instant createdAt, Instant updatedAt, Map<String, Object> fields) {
        CrmRecord fresh = CrmRecord.create(kind, id, sequence++, createdAt, updatedAt, fields);
        table(kind).put(fresh);
        return fresh;
    }

    /** Changes a record, and moves its time forward even when the clock stands still. Call it while {@link #writing}. */
    CrmRecord update(CrmRecord before, Map<String, Object> changes) {
        Instant now = now();
        Instant later = before.updatedAt().plus(1, ChronoUnit.MICROS);
        CrmRecord after = before.with(changes, now.isAfter(later) ? now : later);
        table(before.kind()).put(after);
        return after;
    }

    /** The same record, created at another time than now. */
    CrmRecord redate(CrmRecord before, Instant createdAt) {
        CrmRecord after = before.createdAt(createdAt);
        table(before.kind()).put(after);
        return after;
    }

    List<Map<String, Object>> snapshot(Kind kind) {
        List<CrmRecord> all = reading(() -> table(kind).inOrderOfCreation());
        return all.stream().map(CrmRecord::toMap).toList();
    }

    void clear() {
        writing(() -> {
            tables.values().forEach(Table::clear);
            return null;
        });
    }
}
