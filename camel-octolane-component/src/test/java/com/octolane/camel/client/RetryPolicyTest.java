// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Request REQUEST = Request.post("/opportunities", new byte[0], false);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static RetryPolicy policy(double random) {
        return new RetryPolicy(9, SECOND, MINUTE, false, () -> random);
    }

    private static OctolaneRateLimitException limit(Duration retryAfter) {
        return new OctolaneRateLimitException(
                new ApiError(429, 429, "slow down", Map.of(), "POST", "/x", ""), retryAfter);
    }

    @Test
    void theDelayDoublesUpToTheLongestOne() {
        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToLong(attempt -> policy(1)
                                .next(attempt, REQUEST, limit(null))
                                .orElseThrow()
                                .toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(policy(1).next(10, REQUEST, limit(null))).isEmpty();
    }

    @Test
    void upToAHalfOfTheDelayIsLeftToChance() {
        assertThat(policy(0).next(3, REQUEST, limit(null))).contains(Duration.ofSeconds(2));
        assertThat(policy(0.5).next(3, REQUEST, limit(null))).contains(Duration.ofSeconds(3));
    }

    @Test
    void whatTheServerAsksForGoesBeforeUnlessItIsTooLong() {
        assertThat(policy(0).next(1, REQUEST, limit(Duration.ofSeconds(17)))).contains(Duration.ofSeconds(17));
        assertThat(policy(0).next(1, REQUEST, limit(MINUTE))).contains(MINUTE);
        assertThat(policy(0).next(1, REQUEST, limit(MINUTE.plusMillis(1)))).isEmpty();
    }
}
