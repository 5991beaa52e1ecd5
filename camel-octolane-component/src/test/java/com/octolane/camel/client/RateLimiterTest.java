// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
