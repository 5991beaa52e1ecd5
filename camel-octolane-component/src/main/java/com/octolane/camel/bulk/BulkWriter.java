// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.client.OctolaneAuthenticationException;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneMappingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Streams records into chunks. At most {@code concurrency} chunks are in flight, nothing is read ahead of them, and
 * rows come out in the order of the input. Records with the same key are never in flight together.
 */
public final class BulkWriter {

    /** Up to this many rows, those that succeeded keep their record too. */
    public static final int KEPT_RECORDS = 10_000;

    private final int chunkSize;
    private final int concurrency;
    private final ExecutorService executor;
    private final BooleanSupplier stopping;
    private final Function<List<Item>, List<Row>> writer;
    private final BulkRowListener listener;

    private final Deque<Chunk> inFlight = new ArrayDeque<>();
    private final Set<String> keysInFlight = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private int succeeded;
    private int failed;
    private int unknown;
    private volatile OctolaneAuthenticationException refused;
    private RuntimeException listenerFailure;

    /**
     * @param stopping whether the context stops: then reading ends, and what was sent is awaited
     * @param writer   writes a chunk: one row for each item
     * @param listener takes the rows, or null
     */
    BulkWriter(
            int chunkSize,
            int concurrency,
            ExecutorService executor,
            BooleanSupplier stopping,
            Function<List<Item>, List<Row>> writer,
            BulkRowListener listener) {
        this.chunkSize = chunkSize;
        this.concurrency = concurrency;
        this.executor = executor;
        this.stopping = stopping;
        this.writer = writer;
        this.listener = listener;
    }

    /** Rows of one chunk: those to be written, and those that failed before. */
    private record Chunk(List<Item> items, List<Row> early, Future<List<Row>> written) {}

    /** Turns one record into an item, or throws {@link OctolaneMappingException}. */
    interface Mapper {
        Item map(int index, Object record);
    }

    /** Writes all records. Used once. */
    BulkResult write(Iterator<Object> records, Mapper mapper) {
        List<Item> items = new ArrayList<>(chunkSize);
        List<Row> early = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        try {
            for (int index = 0; records.hasNext(); index++) {
                if (listenerFailure != null) {
                    throw listenerFailure;
                }
                if (stopping.getAsBoolean()) {
                    throw new OctolaneException("Stopped after record " + index + ": the rest was not read");
                }
                Object record = records.next();
                Item item = map(mapper, index, record, early);
                if (item != null && item.key() != null && !keys.add(item.key())) {
                    submit(items, early);
                    items = new ArrayList<>(chunkSize);
                    early = new ArrayList<>();
                    keys = new HashSet<>(Set.of(item.key()));
                }
                if (item != null) {
                    items.add(item);
                }
                if (items.size() == chunkSize || early.size() == chunkSize) {
                    submit(items, early);
                    items = new ArrayList<>(chunkSize);
                    early = new ArrayList<>();
                    keys = new HashSet<>();
                }
            }
        } catch (RuntimeException e) {
            // the source or the listener broke, or the context stops: what was read and sent is reported all the same
            finish(items, early);
            BulkResult result = result();
            throw result.total() == 0 ? e : new OctolaneBulkException(result, e);
        }
        finish(items, early);
        if (listenerFailure != null) {
            throw new OctolaneBulkException(result(), listenerFailure);
        }
        return result();
    }

    private static Item map(Mapper mapper, int index, Object record, List<Row> early) {
        try {
            return mapper.map(index, record);
        } catch (OctolaneException e) {
            early.add(new Item(index, record, null, null).failed(e));
            return null;
        }
    }

    private void submit(List<Item> items, List<Row> early) {
        boolean sameKeyInFlight =
                items.stream().anyMatch(item -> item.key() != null && keysInFlight.contains(item.key()));
        while (inFlight.size() >= concurrency || sameKeyInFlight && !inFlight.isEmpty()) {
            awaitOldest();
        }
        items.forEach(item -> keysInFlight.add(item.key()));
        inFlight.add(new Chunk(items, early, start(items)));
    }

    private Future<List<Row>> start(List<Item> items) {
        try {
            Callable<List<Row>> task = CallersMdc.in(() -> writeChunk(items));
            return executor.submit(task);
        } catch (RejectedExecutionException e) {
            // the component stopped and took its threads along: what was sent before is reported all the same
            OctolaneException cause = new OctolaneException("Stopped: the record was not sent", e);
            return CompletableFuture.completedFuture(
                    items.stream().map(item -> item.failed(cause)).toList());
        }
    }

    private List<Row> writeChunk(List<Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        OctolaneException refusal = refused;
        if (refusal != null) {
            // a key that was refused once is refused again: no call for what follows
            return items.stream().map(item -> item.failed(refusal)).toList();
        }
        return writer.apply(items);
    }

    private void finish(List<Item> items, List<Row> early) {
        submit(items, early);
        while (!inFlight.isEmpty()) {
            awaitOldest();
        }
    }

    private void awaitOldest() {
        Chunk chunk = inFlight.remove();
        List<Row> settled = new ArrayList<>(chunk.early());
        try {
            settled.addAll(chunk.written().get());
        } catch (ExecutionException e) {
            // not one of the client's own exceptions, so nobody knows how far the chunk came
            OctolaneException cause = new OctolaneException("Writing a chunk failed", e.getCause());
            chunk.items().forEach(item -> settled.add(item.unknown(cause)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            OctolaneException cause = new OctolaneException("Interrupted while a chunk was being written", e);
            chunk.items().forEach(item -> settled.add(item.unknown(cause)));
        }
        chunk.items().forEach(item -> keysInFlight.remove(item.key()));
        settled.sort(Comparator.comparingInt(Row::index));
        settled.forEach(this::add);
    }

    private void add(Row row) {
        switch (row.status()) {
            case SUCCEEDED -> succeeded++;
            case FAILED -> failed++;
            case UNKNOWN -> unknown++;
        }
        if (!row.succeeded() && row.error().cause() instanceof OctolaneAuthenticationException refusal) {
            refused = refusal;
        }
        if (!isTaken(row) || !row.succeeded()) {
            rows.add(row.succeeded() && row.index() >= KEPT_RECORDS ? row.withoutRecord() : row);
        }
    }

    /** Whether the listener took the row. After it failed once it gets no more, and the result has them instead. */
    private boolean isTaken(Row row) {
        if (listener == null || listenerFailure != null) {
            return false;
        }
        try {
            listener.onRow(row);
            return true;
        } catch (RuntimeException e) {
            listenerFailure = e;
            return false;
        }
    }

    private BulkResult result() {
        return new BulkResult(rows, succeeded, failed, unknown);
    }
}
