// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Paces the calls that use one key and one base URL. It gives out moments and never waits itself. After a 429 nobody
 * calls before the moment that the server gave; then calls start slowly and come closer together with each success.
 */
public final class RateLimiter {

    private static final ConcurrentMap<String, RateLimiter> SHARED = new ConcurrentHashMap<>();
    private static final long SLOW_START = Duration.ofMillis(100).toNanos();
    private static final long SLOWEST = Duration.ofSeconds(2).toNanos();
    private static final long FASTEST_PACED = Duration.ofMillis(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final LongSupplier nanoTime;
    private final CallStats stats = new CallStats();
    private long nextSlot;
    // written under the lock and read without it: at full speed and without a limit no caller waits for another
    private volatile long pausedUntil;
    private volatile long recoveryGap;

    public RateLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.nextSlot = nanoTime.getAsLong();
        this.pausedUntil = nextSlot;
    }

    /** The limiter of a key at a base URL; one for the whole JVM. The key itself is not kept. */
    public static RateLimiter shared(String apiKey, String baseUrl) {
        return SHARED.computeIfAbsent(digest(apiKey + '\n' + baseUrl), id -> new RateLimiter(System::nanoTime));
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Takes the next moment at which a call may be made.
     *
     * @param requestsPerSecond the caller's limit, 0 for none
     * @return how long to wait for it, zero or more
     */
    public Duration reserve(double requestsPerSecond) {
        if (requestsPerSecond <= 0 && recoveryGap == 0) {
            return paused();
        }
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            long gap = Math.max(recoveryGap, requestsPerSecond > 0 ? (long) (1e9 / requestsPerSecond) : 0);
            long slot = latest(now, pausedUntil, gap > 0 ? nextSlot : now);
            // a caller without a limit takes no slot, and must not give away those that others took
            nextSlot = gap > 0 ? slot + gap : nextSlot;
            return Duration.ofNanos(slot - now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What holds at this moment.
     *
     * @param paused how long no call may be made, zero when calls may be made
     * @param gap    the time between two calls while coming back to full speed, zero at full speed
     */
    public record State(Duration paused, Duration gap) {}

    public State state() {
        lock.lock();
        try {
            return new State(paused(), Duration.ofNanos(recoveryGap));
        } finally {
            lock.unlock();
        }
    }

    /** The totals of all calls that this limiter paces. */
    public CallStats stats() {
        return stats;
    }

    /** How long all calls are paused from now on; zero when they are not. */
    public Duration paused() {
        return Duration.ofNanos(Math.max(0, pausedUntil - nanoTime.getAsLong()));
    }

    /** The API answered 429: pause, then go on slowly. */
    // assumption A-13
    public void rejected(Duration wait) {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            pausedUntil = latest(pausedUntil, now + wait.toNanos());
            nextSlot = latest(nextSlot, pausedUntil);
            recoveryGap = Math.min(SLOWEST, Math.max(SLOW_START, recoveryGap * 2));
        } finally {
            lock.unlock();
        }
    }

    /** The API took a call: come back to full speed, a fifth at a time. */
    public void accepted() {
        if (recoveryGap == 0) {
            return;
        }
        lock.lock();
        try {
            recoveryGap = recoveryGap <= FASTEST_PACED ? 0 : recoveryGap * 4 / 5;
        } finally {
            lock.unlock();
        }
    }

    // differences, since nanoTime may overflow
    private static long latest(long... moments) {
        long latest = moments[0];
        for (long each : moments) {
            latest = each - latest > 0 ? each : latest;
        }
        return latest;
    }
}
