// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What {@link Faults} have been told, and what the server asks for each call. */
final class FaultScript {

    /** A call that the rate limit refuses: how long until one may pass, and how to say so. */
    record Refusal(Duration delay, RetryAfterForm form) {}

    /** What is switched on, and what happened since the start or the last reset; no gate is no rate limit. */
    record State(
            List<FaultRule.Plan> plans, Duration latency, RateGate gate, Map<Fault, Integer> counts, int rateLimited) {}

    private static final Duration HANG = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final List<FaultRule> rules = new ArrayList<>();
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private RateGate gate;
    private int rateLimited;
    private volatile Duration latency = Duration.ZERO;
    private volatile Duration hang = HANG;
    private volatile CountDownLatch released = new CountDownLatch(1);

    void add(FaultRule rule) {
        lock.lock();
        try {
            rules.removeIf(each -> each.plan().faults().isEmpty());
            rules.add(rule);
        } finally {
            lock.unlock();
        }
    }

    /** @param fresh null for no limit */
    void rateLimit(RateGate fresh) {
        lock.lock();
        try {
            gate = fresh;
        } finally {
            lock.unlock();
        }
    }

    void latency(Duration each) {
        latency = Objects.requireNonNull(each);
    }

    void hangFor(Duration longest) {
        hang = Objects.requireNonNull(longest);
    }

    /** @return null when the call may pass */
    Refusal refusal() {
        lock.lock();
        try {
            Duration wait = gate == null ? Duration.ZERO : gate.pass();
            if (wait.isZero()) {
                return null;
            }
            rateLimited++;
            return new Refusal(wait, gate.form());
        } finally {
            lock.unlock();
        }
    }

    /** @return null when the call goes well */
    Fault faultOf(String method, String path) {
        lock.lock();
        try {
            Fault chosen = null;
            for (FaultRule rule : rules) {
                Fault wanted = rule.choose(method, path, chosen == null);
                chosen = chosen == null ? wanted : chosen;
            }
            if (chosen != null) {
                counts.merge(chosen, 1, Integer::sum);
            }
            return chosen;
        } finally {
            lock.unlock();
        }
    }

    void awaitLatency() {
        await(latency);
    }

    void awaitHang() {
        await(hang);
    }

    int count(Fault fault) {
        lock.lock();
        try {
            return counts.getOrDefault(fault, 0);
        } finally {
            lock.unlock();
        }
    }

    int rateLimitedCount() {
        lock.lock();
        try {
            return rateLimited;
        } finally {
            lock.unlock();
        }
    }

    State state() {
        lock.lock();
        try {
            List<FaultRule.Plan> plans = rules.stream()
                    .map(FaultRule::plan)
                    .filter(plan -> !plan.faults().isEmpty())
                    .toList();
            return new State(plans, latency, gate, new EnumMap<>(counts), rateLimited);
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            rules.clear();
            gate = null;
            latency = Duration.ZERO;
            hang = HANG;
            release();
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        clear();
        lock.lock();
        try {
            counts.clear();
            rateLimited = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing hangs or waits from now on. */
    void close() {
        lock.lock();
        try {
            released.countDown();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of every call that hangs or waits. */
    private void release() {
        CountDownLatch waiting = released;
        released = new CountDownLatch(1);
        waiting.countDown();
    }

    private void await(Duration longest) {
        if (longest.isZero()) {
            return;
        }
        try {
            released.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
