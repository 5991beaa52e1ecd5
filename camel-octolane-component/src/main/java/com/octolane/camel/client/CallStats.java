// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what calls did since the start. Each event counts here and in the totals that this is a part of. */
public final class CallStats {

    private final List<CallStats> totals;
    private final LongAdder calls = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder rateLimited = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private volatile Failure lastFailure;

    /** @param totals what counts each event too */
    public CallStats(CallStats... totals) {
        this.totals = List.of(totals);
    }

    /**
     * A call that failed for good.
     *
     * @param at      when it failed, by the local clock
     * @param message what the exception said
     */
    public record Failure(Instant at, String message) {

        /** One line for people. */
        @Override
        public String toString() {
            return at + " " + message;
        }
    }

    void called() {
        calls.increment();
        totals.forEach(CallStats::called);
    }

    void retried() {
        retries.increment();
        totals.forEach(CallStats::retried);
    }

    void rateLimited() {
        rateLimited.increment();
        totals.forEach(CallStats::rateLimited);
    }

    void waited(long nanos) {
        waited.add(nanos);
        totals.forEach(total -> total.waited(nanos));
    }

    void failed(Failure failure) {
        lastFailure = failure;
        totals.forEach(total -> total.failed(failure));
    }

    /** Requests that were sent, repetitions included. */
    public long calls() {
        return calls.sum();
    }

    /** Repetitions among the calls. */
    public long retries() {
        return retries.sum();
    }

    /** Answers with the status 429. */
    public long rateLimitedCalls() {
        return rateLimited.sum();
    }

    /** How long threads waited for their turn or before a repetition, all threads together. */
    public Duration timeWaited() {
        return Duration.ofNanos(waited.sum());
    }

    /** The newest call that failed for good, or null. */
    public Failure lastFailure() {
        return lastFailure;
    }
}
