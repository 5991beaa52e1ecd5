// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Keeps what was read for five minutes. Two threads may both read the same; none waits for another. */
final class Remembered<V> {

    private static final long EXPIRY = Duration.ofMinutes(5).toNanos();

    private final LongSupplier nanoTime;
    private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();

    private record Entry<V>(V value, long readAt) {}

    Remembered(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param read is asked where nothing is kept for the key, or where it is too old; what it throws is thrown on */
    V get(String key, Supplier<V> read) {
        long now = nanoTime.getAsLong();
        Entry<V> entry = entries.get(key);
        if (entry == null || now - entry.readAt() > EXPIRY) {
            entry = new Entry<>(read.get(), now);
            entries.put(key, entry);
        }
        return entry.value();
    }
}
