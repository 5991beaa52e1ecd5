// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Whether a failed call is repeated, and after which delay.
 *
 * @param maxRetries    repetitions after the first try
 * @param retryDelay    the delay before the first repetition, doubled for each further one
 * @param maxRetryDelay the longest delay; an API that asks for a longer one ends the call
 * @param retryUnsafe   whether a call that may have been processed and must not be doubled is repeated all the same
 * @param random        numbers from 0 to 1, for the jitter
 */
public record RetryPolicy(
        int maxRetries, Duration retryDelay, Duration maxRetryDelay, boolean retryUnsafe, DoubleSupplier random) {

    /**
     * @param attempt how many tries were made, from 1
     * @return the delay before the next try, or empty when there shall be none
     */
    public Optional<Duration> next(int attempt, Request request, OctolaneException failure) {
        if (attempt > maxRetries || !mayRepeat(request, failure)) {
            return Optional.empty();
        }
        // assumption A-13
        if (failure instanceof OctolaneRateLimitException limit && limit.getRetryAfter() != null) {
            return limit.getRetryAfter().compareTo(maxRetryDelay) > 0
                    ? Optional.empty()
                    : Optional.of(limit.getRetryAfter());
        }
        return Optional.of(backOff(attempt));
    }

    private boolean mayRepeat(Request request, OctolaneException failure) {
        boolean retryable;
        boolean maybeProcessed;
        if (failure instanceof OctolaneApiException api) {
            retryable = api.isRetryable();
            maybeProcessed = api.isMaybeProcessed();
        } else if (failure instanceof OctolaneTransportException transport) {
            retryable = transport.isRetryable();
            maybeProcessed = transport.isMaybeProcessed();
        } else {
            return false;
        }
        // assumption A-14
        return retryable && (request.repeatable() || retryUnsafe || !maybeProcessed);
    }

    /** Between half of the doubled delay and all of it, so that callers who failed together do not return together. */
    private Duration backOff(int attempt) {
        double doubled = retryDelay.toNanos() * Math.pow(2, Math.min(attempt - 1, 30));
        double capped = Math.min(doubled, maxRetryDelay.toNanos());
        return Duration.ofNanos((long) (capped * (0.5 + 0.5 * random.getAsDouble())));
    }
}
