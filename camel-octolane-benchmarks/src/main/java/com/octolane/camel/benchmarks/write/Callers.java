// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that send one row after the other, each as soon as its last one is answered. */
final class Callers implements AutoCloseable {

    /** What a caller does with the row of a number. */
    @FunctionalInterface
    interface Call {
        void send(int number) throws Exception;
    }

    private final int count;
    private final ExecutorService threads;
    private final AtomicInteger next = new AtomicInteger();

    Callers(int count) {
        this(count, Executors.newFixedThreadPool(count));
    }

    /** @param threads lets so many run at once */
    Callers(int count, ExecutorService threads) {
        this.count = count;
        this.threads = threads;
    }

    /** Returns when all are done; the first failure ends it. */
    void move(long records, Latencies latencies, Call call) throws Exception {
        AtomicLong left = new AtomicLong(records);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(threads.submit(() -> {
                try {
                    while (left.getAndDecrement() > 0) {
                        int number = next.getAndIncrement() % 1_000_000_000;
                        long since = System.nanoTime();
                        call.send(number);
                        latencies.done(since);
                    }
                    return null;
                } catch (Exception e) {
                    left.set(0);
                    throw e;
                }
            }));
        }
        ExecutionException failure = null;
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
