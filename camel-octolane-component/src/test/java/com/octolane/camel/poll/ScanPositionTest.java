// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a scan leaves in the position besides the mark. */
class ScanPositionTest {

    private static final int PAGE = 1_000;

    private final FakeCrm crm = new FakeCrm();

    private void put(String... ids) {
        for (String id : ids) {
            crm.pass(Duration.ofSeconds(1));
            crm.put(id);
        }
    }

    @Test
    void aScanThatDeliversNothingMovesNothingThoughItCouldProveMore() {
        crm.tellsTime = false;
        for (String id : new String[] {"a", "b", "c"}) {
            crm.pass(Duration.ofSeconds(100));
            crm.put(id);
        }
        PollingRoute route = new PollingRoute(crm, Emit.CHANGED, ScanMode.FILTER, 2);
        assertThat(route.poll()).isEqualTo(3);
        assertThat(route.stored().mark()).isEqualTo(crm.latest("b").updated());
        String stored = route.stored().encode();

        // b and c come on one page now
        assertThat(route.poll()).isZero();

        assertThat(route.stored().encode()).isEqualTo(stored);
    }

    @Test
    void aRecordWithoutUpdateIsNotTakenForSeenUntilAScanHasReadEverything() {
        crm.ignoresFilter = true;
        crm.pass(Duration.ofSeconds(1));
        crm.putWithoutUpdate("never updated");
        IntStream.range(0, 220).forEach(i -> put("r" + i));
        crm.beforeFetch = n -> () -> {
            if (n == 5) {
                crm.pass(Duration.ofMinutes(3));
                IntStream.range(0, 40).forEach(i -> put("later" + i));
            }
        };
        PollingRoute route = new PollingRoute(crm, Emit.CHANGED, ScanMode.FILTER, 50);
        route.poll();
        assertThat(route.deliveredIds()).hasSize(250).doesNotContain("never updated");
        assertThat(route.stored().settledAt()).isNull();

        route.poll();

        assertThat(route.deliveredIds()).contains("never updated").doesNotHaveDuplicates();
        assertThat(route.stored().settledAt()).isEqualTo(route.stored().floor()).isNotNull();
    }

    @Test
    void aScanWithoutOrderKeepsNoMoreIdsThanTwentyThousand() {
        PageSource newestFirst = (query, cursor) -> {
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            return new Page(
                    IntStream.range(from, from + PAGE)
                            .mapToObj(i -> Map.<String, Object>of(
                                    "id",
                                    "r" + i,
                                    "updated_at",
                                    FakeCrm.START.minusSeconds(i).toString()))
                            .toList(),
                    Map.of(),
                    String.valueOf(from + PAGE),
                    FakeCrm.START);
        };
        PollingRoute route = new PollingRoute(newestFirst, Emit.CHANGED, ScanMode.FILTER, PAGE);
        ChangeScan scan = route.reader().open(route.reader().beginning());
        for (int page = 0; page < 22; page++) {
            Optional<Batch> batch = scan.next();
            scan.done(batch.orElseThrow().changes().size());
        }

        assertThat(scan.position().mark()).isNull();
        // what is younger than the lookback stays, the oldest that was delivered goes
        assertThat(scan.position().delivered())
                .hasSize(Position.SPARE)
                .containsKeys("r0", "r60", "r21999")
                .doesNotContainKey("r61");
        scan.close();
    }
}
