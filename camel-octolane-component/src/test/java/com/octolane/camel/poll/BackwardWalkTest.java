// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading newest first around the thousand records that are kept, and what moves to the front meanwhile. */
class BackwardWalkTest {

    private final FakeCrm crm = new FakeCrm();

    private PollingRoute route(Emit emit, int pageSize) {
        return new PollingRoute(crm, emit, ScanMode.NEWEST_FIRST, pageSize);
    }

    private void put(String... ids) {
        for (String id : ids) {
            crm.pass(Duration.ofSeconds(1));
            crm.put(id);
        }
    }

    private void putMany(int count) {
        IntStream.range(0, count).forEach(i -> put("r" + i));
    }

    /** Records that come by id, in which no order of time is to be found. */
    private void putWithoutOrder(int count) {
        crm.ownOrder = FakeCrm.OwnOrder.ID;
        crm.pass(Duration.ofSeconds(count));
        for (int i = 0; i < count; i++) {
            crm.put("r" + (10_000 + i), FakeCrm.START.plusSeconds(i * 37 % count), Duration.ZERO);
        }
    }

    /** Six records that were created longer ago, each, than the lookback reaches. */
    private void putSixFarApart() {
        for (String id : List.of("a", "b", "c", "d", "e", "f")) {
            crm.pass(Duration.ofMinutes(10));
            crm.put(id);
        }
    }

    @Test
    void afterTheLastSectionThereIsNone() {
        put("a", "b", "c", "d");
        BackwardWalk walk = new BackwardWalk(
                new PageFeed(crm, PollingRoute.query(2), Runnable::run),
                Emit.CHANGED,
                PollingRoute.LOOKBACK,
                Position.beginning(Emit.CHANGED, PollingRoute.LOOKBACK));

        assertThat(walk.next().orElseThrow().last()).isFalse();
        Walk.Section last = walk.next().orElseThrow();
        assertThat(last.last()).isTrue();
        assertThat(last.changes()).extracting(Change::id).containsExactly("c", "d");
        assertThat(last.mark()).isEqualTo(crm.latest("d").updated());
        assertThat(walk.next()).isEmpty();
    }

    @Test
    void aThousandRecordsAreReadOnceAndSortedWhateverTheirOrder() {
        putWithoutOrder(1_000);
        PollingRoute route = route(Emit.CHANGED, 100);

        assertThat(route.poll()).isEqualTo(1_000);

        assertThat(route.delivered).extracting(Change::time).isSorted();
        assertThat(crm.fetches).isEqualTo(10);
    }

    @Test
    void ofOneMoreThanAThousandAllPagesButTheLastAreReadAgain() {
        putMany(1_001);
        PollingRoute route = route(Emit.CHANGED, 100);
        int[] ahead = {0};
        route.executor = task -> {
            ahead[0]++;
            task.run();
        };

        assertThat(route.poll()).isEqualTo(1_001);

        assertThat(route.delivered).extracting(Change::time).isSorted();
        assertThat(crm.fetches).isEqualTo(11 + 10);
        // every page but the first of each way
        assertThat(ahead[0]).isEqualTo(10 + 10);
    }

    @Test
    void anOrderThatIsBrokenIsGivenUpAsSoonAsAThousandRecordsCannotBeSorted() {
        putWithoutOrder(2_000);
        PollingRoute route = route(Emit.CHANGED, 100);

        assertThat(route.poll()).isEqualTo(2_000);

        assertThat(crm.fetches).isEqualTo(11 + 20);
    }

    @Test
    void anOrderThatShowsItselfAfterMoreThanAThousandRecordsIsNotGivenUp() {
        crm.ownOrder = FakeCrm.OwnOrder.ID;
        crm.pass(Duration.ofSeconds(2_100));
        for (int i = 0; i < 1_300; i++) {
            // at first they go down on the whole, but never ten times in a row
            int disorder = i < 1_100 ? i * 37 % 50 : 0;
            crm.put("r" + (10_000 + i), FakeCrm.START.plusSeconds(2_000 - i + disorder), Duration.ZERO);
        }
        PollingRoute route = route(Emit.CHANGED, 100);

        assertThat(route.poll()).isEqualTo(1_300);

        assertThat(crm.fetches).isEqualTo(13 + 12);
    }

    @Test
    void newRecordsInNoOrderAreAllRead() {
        putWithoutOrder(1_200);
        PollingRoute route = route(Emit.NEW, 100);

        assertThat(route.poll()).isEqualTo(1_200);

        assertThat(crm.fetches).isEqualTo(11 + 12);
    }

    @ParameterizedTest
    @CsvSource({"CHANGED, r499", "NEW,"})
    void theMarkOfChangesFollowsPageByPageAndThatOfNewRecordsWaitsForTheEnd(Emit emit, String reached) {
        putMany(1_200);
        PollingRoute route = route(emit, 100);

        route.poll(550, change -> false);
        assertThat(route.stored().mark())
                .isEqualTo(reached == null ? null : crm.latest(reached).updated());
        route.poll();

        assertThat(route.stored().mark()).isEqualTo(crm.latest("r1199").updated());
    }

    @Test
    void pagesThatDoNotEndWhenTheyAreReadAgainAreAnErrorAndNotALoop() {
        putMany(1_200);
        int[] again = {0};
        PageSource source = (query, cursor) -> crm.fetches < 12
                ? crm.fetch(query, cursor)
                : new Page(List.of(), Map.of(), "cursor " + again[0]++, crm.now);
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.NEWEST_FIRST, 100);

        assertThatThrownBy(route::poll).hasMessageContaining("The API's pages do not end");
        assertThat(route.delivered).hasSize(100);
    }

    @ParameterizedTest
    @EnumSource(
            value = Emit.class,
            names = {"CHANGED", "NEW"})
    void onePageIsReadOnce(Emit emit) {
        putSixFarApart();

        assertThat(route(emit, 10).poll()).isEqualTo(6);

        assertThat(crm.fetches).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"CHANGED, 3", "NEW, 5"})
    void theFrontIsReadAgainForNewRecordsAndOnceWhereOnePageHoldsIt(Emit emit, int fetches) {
        putSixFarApart();
        PollingRoute route = route(emit, 2);
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(crm.fetches).isEqualTo(fetches);
    }

    @Test
    void aNewRecordThatIsUpdatedBeforeItsPageIsReadIsFoundAtTheFront() {
        putSixFarApart();
        crm.beforeFetch = n -> () -> {
            if (n == 2) {
                put("a");
            }
        };
        PollingRoute route = route(Emit.NEW, 2);
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void aNewRecordThatIsUpdatedBeforeItsPageIsReadIsFoundAtTheFrontOfManyPagesToo() {
        putMany(1_200);
        crm.beforeFetch = n -> () -> {
            if (n == 3) {
                put("r5");
            }
        };
        PollingRoute route = route(Emit.NEW, 100);

        assertThat(route.poll()).isEqualTo(1_200);

        assertThat(route.deliveredIds()).endsWith("r1199").contains("r5");
        // back, again, the first page that takes two now, and the front once
        assertThat(crm.fetches).isEqualTo(12 + 10 + 2 + 1);
    }

    /** Before an odd page the first page fills up, before an even one "a" leaves the second for the first. */
    private void hideBehindThePageThatIsRead(int n) {
        if (n == 2) {
            put("a", "b", "c");
        } else if (n > 2 && n % 2 == 1) {
            put("c", "b");
        } else if (n > 2) {
            put("a");
        }
    }

    @Test
    void aNewRecordThatMovesWhileTheFrontIsReadIsFoundOnceItRests() {
        putSixFarApart();
        crm.beforeFetch = n -> () -> {
            if (n <= 8) {
                hideBehindThePageThatIsRead(n);
            }
        };
        PollingRoute route = route(Emit.NEW, 2);
        route.poll();

        assertThat(route.deliveredIds()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
        // back, the first page again, two rounds that differ, and two that are alike
        assertThat(crm.fetches).isEqualTo(2 + 2 + 2 * 2 + 2 * 3);
    }

    @Test
    void aFrontThatNeverRestsIsReadTenTimesAndNoMore() {
        putSixFarApart();
        crm.beforeFetch = n -> () -> hideBehindThePageThatIsRead(n);
        PollingRoute route = route(Emit.NEW, 2);
        route.poll();

        assertThat(route.deliveredIds()).contains("b", "c", "d", "e", "f");
        assertThat(crm.fetches).isEqualTo(2 + 2 + 10 * 2);
    }
}
