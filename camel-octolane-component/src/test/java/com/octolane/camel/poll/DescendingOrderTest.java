// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescendingOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DescendingOrder order = new DescendingOrder(MINUTE);

    /** A page of records that were updated so many seconds before noon. */
    private void see(int... secondsBefore) {
        order.see(Arrays.stream(secondsBefore)
                .mapToObj(seconds -> change(NOON.minusSeconds(seconds)))
                .toList());
    }

    private static Change change(Instant updated) {
        return new Change("r", NOON, updated, updated, true, Map.of());
    }

    private static int[] steps(int from, int count, int width) {
        return IntStream.range(0, count).map(i -> from + i * width).toArray();
    }

    @Test
    void tenFallsInARowProveTheOrder() {
        see(steps(0, 10, 1));
        assertThat(order.isProven()).isFalse();
        see(10);
        assertThat(order.isProven()).isTrue();
    }

    @Test
    void equalTimesNeitherCountAsAFallNorInterruptTheFalls() {
        see(steps(0, 10, 1));
        see(9, 9, 9);
        assertThat(order.isProven()).isFalse();
        see(10);
        assertThat(order.isProven()).isTrue();
    }

    @Test
    void aSmallRiseBeginsTheCountAnew() {
        see(steps(0, 10, 1));
        see(8);
        see(steps(9, 9, 1));
        assertThat(order.isProven()).isFalse();
        assertThat(order.isBroken()).isFalse();
        see(18);
        assertThat(order.isProven()).isTrue();
    }

    @Test
    void aHundredRecordsWithoutARiseWillDoWhereManyHaveTheSameTime() {
        see(steps(5, 99, 0));
        assertThat(order.isProven()).isFalse();
        see(5);
        assertThat(order.isProven()).isTrue();
    }

    @Test
    void aRiseBeginsTheHundredAnew() {
        see(steps(5, 99, 0));
        see(steps(4, 100, 0));
        assertThat(order.isProven()).isFalse();
        see(4);
        assertThat(order.isProven()).isTrue();
    }

    @Test
    void whatRisesByMoreThanTheLookbackBreaksTheOrder() {
        see(steps(100, 20, 1));
        see(60);
        assertThat(order.isBroken()).isFalse();
        see(0, 30);
        see(steps(91, 1, 1));
        see(30);
        assertThat(order.isBroken()).isTrue();
        assertThat(order.isProven()).isFalse();
    }

    @Test
    void aRiseInsideAPageBreaksTheOrderToo() {
        see(100, 300, 200);
        assertThat(order.isBroken()).isTrue();
    }

    @Test
    void theFloorIsPassedOnceAPageLiesBelowItByMoreThanTheLookback() {
        see(steps(0, 20, 3));
        see(100, 160);
        assertThat(order.isBelow(NOON.minusSeconds(100), null)).isFalse();
        assertThat(order.isBelow(null, null)).isFalse();
        see(161);
        assertThat(order.isBelow(NOON.minusSeconds(100), null)).isTrue();
        assertThat(order.lowest()).isEqualTo(NOON.minusSeconds(161));
    }

    @Test
    void manyEqualTimesPassTheFloorOnlyWhereTheFirstPageReachesTheNewestThatIsKnown() {
        see(steps(500, 120, 0));
        Instant floor = NOON.minusSeconds(400);

        assertThat(order.isBelow(floor, null)).isFalse();
        assertThat(order.isBelow(floor, NOON)).isFalse();
        assertThat(order.isBelow(floor, NOON.minusSeconds(500))).isTrue();
    }

    @Test
    void recordsWithoutAnUpdateSayNothing() {
        order.see(List.of(change(null)));

        assertThat(order.isBelow(NOON, null)).isFalse();
        assertThat(order.lowest()).isNull();
    }
}
