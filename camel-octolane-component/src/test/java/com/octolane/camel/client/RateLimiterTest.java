// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private long now = Long.MAX_VALUE - 5;
    private final RateLimiter limiter = new RateLimiter(() -> now);

    @Test
    void callersWithALimitTakeTurns() {
        assertThat(limiter.reserve(10)).isZero();
        assertThat(limiter.reserve(10)).isEqualTo(Duration.ofMillis(100));
        assertThat(limiter.reserve(10)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aCallerWithoutALimitTakesNobodysTurn() {
        limiter.reserve(1);
        limiter.reserve(1);
        assertThat(limiter.reserve(0)).isZero();
        assertThat(limiter.reserve(1)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theStateTellsThePauseAndThenTheSlowPace() {
        assertThat(limiter.state()).isEqualTo(new RateLimiter.State(Duration.ZERO, Duration.ZERO));
        limiter.rejected(Duration.ofSeconds(30));
        assertThat(limiter.state()).isEqualTo(new RateLimiter.State(Duration.ofSeconds(30), Duration.ofMillis(100)));
        now += Duration.ofSeconds(31).toNanos();
        limiter.accepted();
        assertThat(limiter.state()).isEqualTo(new RateLimiter.State(Duration.ZERO, Duration.ofMillis(80)));
    }

    @Test
    void eachFurtherRefusalDoublesTheGapUpToTwoSecondsAndSuccessesTakeItBack() {
        List<Long> gaps = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            limiter.rejected(Duration.ZERO);
            gaps.add(limiter.state().gap().toMillis());
        }
        assertThat(gaps).containsExactly(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
        int successes = 0;
        while (!limiter.state().gap().isZero()) {
            limiter.accepted();
            successes++;
        }
        assertThat(successes).isBetween(10, 50);
    }

    @Test
    void aKeyAtABaseUrlHasOneLimiterForTheWholeJvm() {
        RateLimiter shared = RateLimiter.shared("key-of-limiter-test", "https://a.example/v1");
        assertThat(RateLimiter.shared("key-of-limiter-test", "https://a.example/v1"))
                .isSameAs(shared);
        assertThat(RateLimiter.shared("another-key", "https://a.example/v1")).isNotSameAs(shared);
        assertThat(RateLimiter.shared("key-of-limiter-test", "https://b.example/v1"))
                .isNotSameAs(shared);
    }
}
