// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A bucket that fills with so many tokens a second and holds those of one second. Not thread-safe: {@link Faults} guards it. */
final class RateGate {

    private static final double NANOS = 1_000_000_000d;

    private final double perSecond;
    private final RetryAfterForm form;
    private final LongSupplier nanoTime;
    private double tokens;
    private long lastFill;

    RateGate(double perSecond, RetryAfterForm form, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.form = form;
        this.nanoTime = nanoTime;
        this.tokens = capacity();
        this.lastFill = nanoTime.getAsLong();
    }

    double perSecond() {
        return perSecond;
    }

    RetryAfterForm form() {
        return form;
    }

    /** @return zero when the call may pass, otherwise how long until one may */
    Duration pass() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(capacity(), tokens + (now - lastFill) / NANOS * perSecond);
        lastFill = now;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(1, (long) Math.ceil((1 - tokens) / perSecond * NANOS)));
    }

    private double capacity() {
        return Math.max(1, perSecond);
    }
}
