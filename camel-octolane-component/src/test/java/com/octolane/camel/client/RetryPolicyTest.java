// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Request READ = Request.get("/accounts");
    private static final OctolaneException BROKEN = new OctolaneServerException(status(503));

    private static ApiError status(int status) {
        return new ApiError(status, status, "", Map.of(), "GET", "/accounts", "");
    }

    private static RetryPolicy policy(double random) {
        return new RetryPolicy(1000, Duration.ofSeconds(2), Duration.ofSeconds(10), false, () -> random);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "4, 10", "5, 10", "1000, 10"})
    void theDelayDoublesUpToTheLongest(int attempt, int seconds) {
        assertThat(policy(1).next(attempt, READ, BROKEN)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void afterSoManyRetriesAsAreAllowedThereIsNoOther() {
        assertThat(policy(1).next(1001, READ, BROKEN)).isEmpty();
    }

    @Test
    void callersWhoFailTogetherReturnAtDifferentTimesButNotBeforeHalfOfTheDelay() {
        assertThat(policy(0).next(2, READ, BROKEN)).contains(Duration.ofSeconds(2));
        assertThat(policy(0.25).next(2, READ, BROKEN)).contains(Duration.ofMillis(2500));
        assertThat(policy(0.75).next(2, READ, BROKEN)).contains(Duration.ofMillis(3500));
    }

    @Test
    void aWaitThatTheApiAsksForIsKeptToTheMillisecondAndRefusedOnceItIsLongerThanTheLongest() {
        Duration longest = Duration.ofSeconds(10);

        assertThat(policy(0).next(1, READ, limited(longest))).contains(longest);
        assertThat(policy(0).next(1, READ, limited(longest.plusMillis(1)))).isEmpty();
    }

    private static OctolaneException limited(Duration retryAfter) {
        return new OctolaneRateLimitException(status(429), retryAfter);
    }

    @Test
    void aMistakeInTheRecordIsNotRepeated() {
        OctolaneException mistake = new OctolaneMappingException(Problem.of("name", 1, "a text"), null);

        assertThat(policy(0).next(1, READ, mistake)).isEmpty();
    }
}
