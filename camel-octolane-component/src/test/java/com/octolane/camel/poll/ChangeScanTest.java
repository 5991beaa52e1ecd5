// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mistakes that other connectors made, and the bad habits of servers. */
class ChangeScanTest {

    private final FakeCrm crm = new FakeCrm();

    private PollingRoute route(ScanMode mode, int pageSize) {
        return new PollingRoute(crm, Emit.CHANGED, mode, pageSize);
    }

    private void put(String... ids) {
        for (String id : ids) {
            crm.pass(Duration.ofSeconds(1));
            crm.put(id);
        }
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void theOldestChangeIsDeliveredFirst(ScanMode mode) {
        put("a", "b", "c", "d", "e");
        put("b");

        PollingRoute route = route(mode, 2);
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "c", "d", "e", "b");
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void equalTimestampsAcrossAPageEdgeLoseNothing(ScanMode mode) {
        for (int i = 0; i < 7; i++) {
            crm.put("r" + i);
        }
        PollingRoute route = route(mode, 3);
        route.poll(4, change -> false);
        route.crash();
        route.poll();

        assertThat(route.deliveredIds()).contains("r0", "r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(route.delivered).hasSizeLessThanOrEqualTo(8);
        assertThat(route.poll()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void aRecordThatBecameVisibleLateIsStillDelivered(ScanMode mode) {
        PollingRoute route = route(mode, 10);
        put("a");
        crm.put("late", crm.now.minusSeconds(20), Duration.ofSeconds(40));
        put("b");
        route.poll();
        assertThat(route.deliveredIds()).containsExactly("a", "b");

        crm.pass(Duration.ofSeconds(30));
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "late");
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void aLaterUpdateOfADeliveredRecordIsDelivered(ScanMode mode) {
        PollingRoute route = route(mode, 10);
        put("a");
        route.poll();
        put("a");
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "a");
        assertThat(route.lastVersions()).containsEntry("a", 2);
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void anIdlePollDeliversNothingAndMovesNothing(ScanMode mode) {
        PollingRoute route = route(mode, 2);
        put("a", "b", "c");
        route.poll();
        String stored = route.stored().encode();
        crm.pass(Duration.ofHours(5));

        assertThat(route.poll()).isZero();

        assertThat(route.stored().encode()).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void theNextPollStartsWithTheRecordOnWhichTheRouteFailed(ScanMode mode) {
        PollingRoute route = route(mode, 3);
        put("a", "b", "c", "d", "e");
        assertThat(route.poll(Integer.MAX_VALUE, change -> change.id().equals("b")))
                .isEqualTo(1);

        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "d", "e");
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void afterAStopInTheMiddleOfAPageNothingIsDeliveredTwice(ScanMode mode) {
        PollingRoute route = route(mode, 3);
        put("a", "b", "c", "d", "e");
        route.poll(2, change -> false);
        route.stopAndStart();
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aCrashRepeatsNoMoreThanThePageThatWasNotFinished() {
        for (int i = 0; i < 1_000; i++) {
            put("r" + i);
        }
        PollingRoute route = route(ScanMode.FILTER, 100);
        route.poll(550, change -> false);
        route.crash();
        route.poll();

        assertThat(route.delivered).hasSize(1_050);
        assertThat(route.lastVersions()).hasSize(1_000);
    }

    @Test
    void theMarkOfALongReadFollowsPageByPage() {
        for (int i = 0; i < 1_000; i++) {
            put("r" + i);
        }
        PollingRoute route = route(ScanMode.FILTER, 100);
        route.poll(500, change -> false);

        assertThat(route.stored().mark()).isEqualTo(crm.latest("r399").updated());
    }

    @Test
    void aFilterAndASortAreAskedForFromThePositionOn() {
        PollingRoute route = route(ScanMode.AUTO, 10);
        put("a");
        route.poll();
        route.poll();

        assertThat(crm.queries.get(0).filters()).isEmpty();
        assertThat(crm.queries).allMatch(query -> "updated_at:asc".equals(query.sort()));
        assertThat(crm.queries.get(1).filters())
                .containsExactly(new Filter(
                        "updated_at",
                        "gte",
                        crm.latest("a").updated().minusSeconds(60).toString()));
    }

    @Test
    void anApiThatRefusesTheFilterIsReadNewestFirstFromThenOn() {
        crm.refusesFilter = true;
        crm.refusesSort = true;
        PollingRoute route = route(ScanMode.AUTO, 10);
        put("a", "b");
        route.poll();
        put("c");
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "c");
        assertThat(crm.queries).extracting(Query::sort).containsExactly("updated_at:asc", null, null);
    }

    @Test
    void aRefusalIsAnErrorWhereTheFilterWasDemanded() {
        crm.refusesSort = true;
        PollingRoute route = route(ScanMode.FILTER, 10);

        assertThatThrownBy(route::poll).isInstanceOf(FakeCrm.Refused.class);
    }

    @Test
    void aQueryThatIsRefusedEitherWayIsTriedFromTheStartAtTheNextPoll() {
        boolean[] broken = {true};
        PageSource source = (query, cursor) -> {
            if (broken[0]) {
                throw new FakeCrm.Refused("unknown field");
            }
            return crm.fetch(query, cursor);
        };
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.AUTO, 10);
        put("a");
        assertThatThrownBy(route::poll).hasMessage("unknown field");
        broken[0] = false;
        route.poll();

        assertThat(crm.queries).extracting(Query::sort).containsExactly("updated_at:asc");
        assertThat(route.deliveredIds()).containsExactly("a");
    }

    @Test
    void aServerThatIgnoresTheFilterDoesNotMakeOldRecordsComeAgain() {
        crm.ignoresFilter = true;
        for (int i = 0; i < 300; i++) {
            put("r" + i);
        }
        PollingRoute route = route(ScanMode.FILTER, 50);
        assertThat(route.poll()).isEqualTo(300);
        put("new");

        assertThat(route.poll()).isEqualTo(1);
        assertThat(route.poll()).isZero();
    }

    @ParameterizedTest
    @EnumSource(FakeCrm.OwnOrder.class)
    void aServerThatIgnoresTheSortIsReadToTheEndBeforeTheMarkMoves(FakeCrm.OwnOrder order) {
        crm.ignoresSort = true;
        crm.ownOrder = order;
        for (int i = 299; i >= 0; i--) {
            put("r" + (1_000 + i));
        }
        put("r1150", "r1010", "r1270");
        PollingRoute route = route(ScanMode.FILTER, 50);
        route.poll(120, change -> false);
        Instant reached = route.stored().mark();
        route.crash();
        route.poll();

        assertThat(route.lastVersions()).hasSize(300).containsEntry("r1150", 2);
        if (order == FakeCrm.OwnOrder.UPDATED_DESC) {
            assertThat(reached).isNull();
        }
        assertThat(route.poll()).isZero();
        assertThat(route.stored().mark()).isNotNull();
    }

    @Test
    void theMarkOfAScanWithoutOrderIsWhatTheFirstPageHadReached() {
        crm.ignoresSort = true;
        crm.ownOrder = FakeCrm.OwnOrder.ID;
        for (String id : List.of("b", "a", "c")) {
            crm.pass(Duration.ofMinutes(10));
            crm.put(id);
        }
        PollingRoute route = route(ScanMode.FILTER, 1);
        route.poll();

        assertThat(route.stored().mark()).isEqualTo(crm.latest("a").updated());
    }

    @Test
    void aChangeInALogTellsNothingOfTheRecordButItsId() {
        Change change = Emit.CHANGED.change(Map.of("id", "x", "name", "Acme", "updated_at", "2026-02-11T00:00:00Z"));

        assertThat(change).hasToString("Change[x at 2026-02-11T00:00:00Z]");
    }

    @Test
    void theSameRecordTwiceInOneScanIsDeliveredOnce() {
        put("a", "b");
        PageSource twice = (query, cursor) -> {
            Page page = crm.fetch(query, cursor);
            List<Map<String, Object>> doubled = new ArrayList<>(page.records());
            doubled.addAll(page.records());
            return new Page(doubled, Map.of(), null, page.serverTime());
        };
        PollingRoute route = new PollingRoute(twice, Emit.CHANGED, ScanMode.FILTER, 10);

        assertThat(route.poll()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void aRecordWithoutUpdateIsDeliveredOnce(ScanMode mode) {
        crm.pass(Duration.ofSeconds(1));
        crm.putWithoutUpdate("never updated");
        crm.pass(Duration.ofHours(1));
        put("a", "b", "c");
        PollingRoute route = route(mode, 2);
        route.poll();
        route.poll();
        put("d");
        route.poll();

        assertThat(route.deliveredIds()).containsExactlyInAnyOrder("never updated", "a", "b", "c", "d");
    }

    @Test
    void aRecordThatCannotBePlacedIsAnErrorAndMovesNothing() {
        PageSource source =
                (query, cursor) -> new Page(List.of(Map.of("id", "x", "name", "Acme")), Map.of(), null, crm.now);
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.FILTER, 10);

        assertThatThrownBy(route::poll)
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("Record x has neither updated_at nor created_at")
                .hasMessageNotContaining("Acme");
        assertThat(route.stored()).isNull();
    }

    @Test
    void aTimestampThatCannotBeReadIsAnError() {
        PageSource source = (query, cursor) ->
                new Page(List.of(Map.of("id", "x", "updated_at", "yesterday")), Map.of(), null, crm.now);
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.FILTER, 10);

        assertThatThrownBy(route::poll).hasMessageContaining("Record x has a updated_at that is no ISO-8601 timestamp");
    }

    @Test
    void aTimestampMayBeACountOfMilliseconds() {
        PageSource source = (query, cursor) ->
                new Page(List.of(Map.of("id", "x", "updated_at", 1_770_768_000_000L)), Map.of(), null, crm.now);
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.FILTER, 10);
        route.poll();

        assertThat(route.delivered.get(0).updatedAt()).isEqualTo(Instant.parse("2026-02-11T00:00:00Z"));
    }

    @Test
    void withEmitAllATimestampIsToldWhereItCanBeRead() {
        Change change =
                Emit.ALL.change(Map.of("id", "x", "created_at", "2026-02-11T00:00:00Z", "updated_at", "yesterday"));

        assertThat(change.createdAt()).isEqualTo(Instant.parse("2026-02-11T00:00:00Z"));
        assertThat(change.updatedAt()).isNull();
    }

    @Test
    void theNamesOfTheOptionsAreReadInAnyCase() {
        assertThat(Emit.of(" New")).isEqualTo(Emit.NEW);
        assertThat(ScanMode.of("NEWESTFIRST ")).isEqualTo(ScanMode.NEWEST_FIRST);
        assertThatThrownBy(() -> Emit.of("newest")).hasMessageContaining("Valid: changed, new, all");
        assertThatThrownBy(() -> ScanMode.of("newest")).hasMessageContaining("Valid: auto, filter, newestFirst");
    }

    @Test
    void anExpiredCursorBeginsTheScanAnewFromWhatWasDelivered() {
        put("a", "b", "c", "d", "e", "f");
        crm.cursorLife = 2;
        boolean[] expired = {false};
        crm.beforeFetch = n -> () -> {
            if (n == 3 && !expired[0]) {
                expired[0] = true;
                crm.fetches += 10;
            }
        };
        PollingRoute route = route(ScanMode.FILTER, 2);
        route.poll();

        assertThat(expired[0]).isTrue();
        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void aCursorThatAlwaysExpiresIsAnErrorAndNotALoop(ScanMode mode) {
        put("a", "b", "c", "d", "e", "f");
        PageSource source = (query, cursor) -> {
            if (cursor != null) {
                throw new FakeCrm.Refused("cursor has expired");
            }
            return crm.fetch(query, null);
        };
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, mode, 2);

        assertThatThrownBy(route::poll)
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("refused a cursor")
                .hasRootCauseMessage("cursor has expired");
        assertThat(crm.fetches).isLessThan(10);
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void aCursorThatComesAgainIsAnErrorAndNotALoop(ScanMode mode) {
        put("a", "b");
        PageSource source = (query, cursor) -> {
            Page page = crm.fetch(query, null);
            return new Page(page.records(), Map.of(), cursor == null ? "1" : cursor.equals("1") ? "2" : "1", crm.now);
        };
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, mode, 10);

        assertThatThrownBy(route::poll).hasMessageContaining("The API's pages do not end");
        assertThat(crm.fetches).isLessThan(20);
    }

    @ParameterizedTest
    @EnumSource(ScanMode.class)
    void theSamePageUnderEverNewCursorsIsAnErrorAndNotALoop(ScanMode mode) {
        put("a", "b");
        PageSource source = (query, cursor) -> {
            Page page = crm.fetch(query, null);
            return new Page(page.records(), Map.of(), "cursor " + crm.fetches, crm.now);
        };
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, mode, 10);

        assertThatThrownBy(route::poll).hasMessageContaining("The API's pages do not end");
        assertThat(crm.fetches).isLessThan(40);
    }

    @Test
    void emptyPagesWithoutEndAreAnErrorAndNotALoop() {
        PageSource source = (query, cursor) -> new Page(List.of(), Map.of(), "cursor " + crm.fetches++, crm.now);
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.FILTER, 10);

        assertThatThrownBy(route::poll).hasMessageContaining("100 empty pages").hasMessageContaining("after 100 pages");
    }

    @Test
    void pagesThatRunInALongCircleUnderEverNewCursorsAreAnErrorAndNotALoop() {
        PageSource source = (query, cursor) -> new Page(
                List.of(Map.of(
                        "id",
                        crm.fetches < 5 ? 100 + crm.fetches : crm.fetches % 9,
                        "updated_at",
                        FakeCrm.START.toString())),
                Map.of(),
                "cursor " + crm.fetches++,
                crm.now);
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.FILTER, 10);

        assertThatThrownBy(route::poll).hasMessageContaining("the same page came again and again");
        assertThat(crm.fetches).isLessThan(100);
    }

    @Test
    void pagesThatRepeatATimeOrTwoAreNoCircle() {
        put("a");
        PageSource source = (query, cursor) -> {
            Page page = crm.fetch(query, null);
            return new Page(page.records(), Map.of(), crm.fetches < 4 ? "cursor " + crm.fetches : null, crm.now);
        };
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.FILTER, 10);

        assertThat(route.poll()).isEqualTo(1);
    }

    @Test
    void afterAFailedRequestTheScanGoesOnWhereItWas() {
        for (int i = 0; i < 10; i++) {
            put("r" + i);
        }
        crm.beforeFetch = n -> () -> {
            if (n == 4) {
                throw new OctolaneException("429");
            }
        };
        PollingRoute route = route(ScanMode.FILTER, 2);
        assertThatThrownBy(route::poll).hasMessage("429");
        assertThat(route.delivered).hasSize(6);
        route.poll();

        assertThat(route.delivered).hasSize(10);
        assertThat(crm.fetches).isEqualTo(6);
    }

    @Test
    void aRecordThatMovesWhilePagesAreReadIsDeliveredInItsLatestVersion() {
        for (int i = 0; i < 10; i++) {
            put("r" + i);
        }
        crm.beforeFetch = n -> () -> {
            if (n == 3) {
                put("r1", "r8");
            }
        };
        PollingRoute route = route(ScanMode.FILTER, 2);
        route.poll();
        route.poll();

        assertThat(route.lastVersions())
                .containsEntry("r1", 2)
                .containsEntry("r8", 2)
                .hasSize(10);
    }

    @Test
    void newRecordsAreDeliveredAndTheirUpdatesAreNot() {
        PollingRoute route = new PollingRoute(crm, Emit.NEW, ScanMode.AUTO, 10);
        put("a", "b");
        route.poll();
        put("a", "c");
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "c");
        assertThat(crm.queries).allMatch(query -> "created_at:asc".equals(query.sort()));
    }

    @Test
    void everythingIsDeliveredAtEveryPollWithEmitAll() {
        PollingRoute route = new PollingRoute(crm, Emit.ALL, ScanMode.AUTO, 2);
        put("a", "b", "c");
        put("a");

        assertThat(route.poll()).isEqualTo(3);
        assertThat(route.poll()).isEqualTo(3);
        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "a", "b", "c");
        assertThat(route.stored()).isNull();
    }

    @Test
    void everythingIsDeliveredEvenWhereTheSortIsRefused() {
        crm.refusesSort = true;
        PollingRoute route = new PollingRoute(crm, Emit.ALL, ScanMode.FILTER, 2);
        put("a", "b", "c");

        assertThat(route.poll()).isEqualTo(3);
    }

    @Test
    void startingNowUsesTheServersTime() {
        put("before");
        PollingRoute route = route(ScanMode.AUTO, 10);
        Position position = route.reader().startingNow();
        crm.pass(Duration.ofSeconds(1));
        crm.put("after");

        ChangeScan scan = route.reader().open(position);

        assertThat(position.mark()).isEqualTo(crm.now.minusSeconds(1));
        assertThat(crm.queries.get(0).limit()).isEqualTo(1);
        // what carries the very instant of the start may have been written just after it
        assertThat(scan.next().orElseThrow().changes()).extracting(Change::id).containsExactly("before", "after");
    }

    @Test
    void startingNowIsAnErrorWhereTheServerDoesNotTellItsTime() {
        crm.tellsTime = false;

        assertThatThrownBy(() -> route(ScanMode.AUTO, 10).reader().startingNow())
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("no Date header")
                .hasMessageContaining("startFrom=beginning");
    }

    @Test
    void theFieldsThatAPositionNeedsAreAskedForToo() {
        Query query = new Query(null, List.of(), null, List.of("name", "id"), 10, "pipeline", null);
        put("a");

        new ChangeReader(crm, query, Emit.CHANGED, ScanMode.AUTO, Duration.ZERO, Runnable::run, FakeCrm::isRefusal)
                .open(Position.beginning(Emit.CHANGED, Duration.ZERO))
                .next();

        assertThat(crm.queries.get(0).fields()).containsExactly("name", "id", "created_at", "updated_at");
        assertThat(crm.queries.get(0).pipelineId()).isEqualTo("pipeline");
    }

    @Test
    void theScanCountsWhatItSuppressedAndWhatItHasSeen() {
        put("a", "b");
        PollingRoute route = route(ScanMode.AUTO, 10);
        route.poll();
        put("c");

        ChangeScan scan = route.reader().open(route.stored());
        scan.next();

        assertThat(scan.suppressed()).isEqualTo(2);
        assertThat(scan.newestSeen()).isEqualTo(crm.latest("c").updated());
    }

    @Test
    void moreThanTheBatchHoldsCannotBeDone() {
        put("a", "b");
        ChangeScan scan = route(ScanMode.AUTO, 10).reader().open(Position.beginning(Emit.CHANGED, Duration.ZERO));
        scan.done(0);
        scan.next();
        scan.done(1);

        assertThatThrownBy(() -> scan.done(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 changes cannot be done: 1 are left");
        assertThatThrownBy(() -> scan.done(-1)).isInstanceOf(IllegalArgumentException.class);
        scan.done(0);
        scan.done(1);
        assertThat(scan.next()).isEmpty();
        assertThat(scan.isFinished()).isTrue();
    }

    @Test
    void manyRecordsReadNewestFirstAreDeliveredOldestFirst() {
        for (int i = 0; i < 3_000; i++) {
            put("r" + i);
        }
        PollingRoute route = route(ScanMode.NEWEST_FIRST, 100);
        route.poll(1_750, change -> false);
        route.crash();
        route.poll();

        Map<String, Integer> times = new HashMap<>();
        route.deliveredIds().forEach(id -> times.merge(id, 1, Integer::sum));
        assertThat(times).hasSize(3_000);
        assertThat(route.delivered).hasSize(3_050);
        assertThat(route.deliveredIds().subList(0, 1_750))
                .startsWith("r0", "r1", "r2")
                .endsWith("r1749");
        assertThat(route.poll()).isZero();
    }

    @Test
    void recordsThatMoveWhileAThousandAndMoreAreReadBackwardsAreNotLost() {
        crm.offsetCursors = true;
        for (int i = 0; i < 3_000; i++) {
            put("r" + i);
        }
        boolean[] moving = {true};
        crm.beforeFetch = n -> () -> {
            if (n % 3 == 0 && moving[0]) {
                put("r" + (n * 37) % 3_000, "r" + (n * 91) % 3_000, "new" + n);
            }
        };
        PollingRoute route = route(ScanMode.NEWEST_FIRST, 100);
        route.poll();
        moving[0] = false;
        route.poll();

        Map<String, Object> expected = new HashMap<>();
        crm.all().forEach(row -> expected.put(row.id(), row.version()));
        assertThat(route.lastVersions()).isEqualTo(expected);
    }

    @Test
    void aRecordThatBecomesVisibleWhileALongScanHasPassedItIsStillDelivered() {
        for (int i = 0; i < 220; i++) {
            put("r" + i);
        }
        crm.put("late", crm.now.minusSeconds(30), Duration.ofSeconds(60));
        crm.beforeFetch = n -> () -> {
            if (n == 5) {
                crm.pass(Duration.ofMinutes(3));
                put("x", "y", "z");
            }
        };
        PollingRoute route = route(ScanMode.FILTER, 50);
        route.poll();
        assertThat(route.deliveredIds()).contains("z").doesNotContain("late");

        route.poll();

        assertThat(route.deliveredIds()).contains("late").doesNotHaveDuplicates();
    }

    @Test
    void manyRecordsInAnOrderThatNothingProvesAreAllRead() {
        crm.ownOrder = FakeCrm.OwnOrder.ID;
        crm.pass(Duration.ofSeconds(1_250));
        // on the whole they go down, but never ten times in a row
        for (int i = 1_000; i < 2_200; i++) {
            crm.put("r" + i, FakeCrm.START.plusSeconds(2_200 - i + i * 37 % 50), Duration.ZERO);
        }
        crm.beforeFetch = n -> () -> {
            if (n > 12 && n < 25) {
                // in the middle of the page that is about to be read again
                put("r" + (3_350 - n * 100) + "x");
            }
        };
        PollingRoute route = route(ScanMode.NEWEST_FIRST, 100);
        route.poll();
        crm.beforeFetch = n -> () -> {};
        route.poll();

        assertThat(route.lastVersions()).hasSize(crm.all().size());
    }
}
