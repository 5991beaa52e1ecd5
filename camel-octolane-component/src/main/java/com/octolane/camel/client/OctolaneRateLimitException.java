// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.time.Duration;

/** The API answered 429, or this key is still paused because of an earlier 429: this try was not processed. */
public class OctolaneRateLimitException extends OctolaneApiException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public OctolaneRateLimitException(ApiError error, Duration retryAfter) {
        super(error);
        this.retryAfter = retryAfter;
    }

    /** How long to wait as the API said, from the moment of its answer; null where it did not say. */
    public Duration getRetryAfter() {
        return retryAfter;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    boolean leavesDoubt() {
        return false;
    }
}
