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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A scan whose cursor is refused, or whose order turns out to be another, begins anew. */
class ScanBegunAnewTest {

    private final FakeCrm crm = new FakeCrm();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** How many cursors are still refused. */
    private int refusals;

    /** How many pages come before the first refusal. */
    private int served;

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    private Page expiring(Query query, String cursor) {
        if (cursor != null && crm.fetches >= served && refusals-- > 0) {
            throw new FakeCrm.Refused("cursor has expired");
        }
        return crm.fetch(query, cursor);
    }

    private PollingRoute route(Emit emit, int pageSize) {
        return new PollingRoute(this::expiring, emit, ScanMode.FILTER, pageSize);
    }

    private void put(String... ids) {
        for (String id : ids) {
            crm.pass(Duration.ofSeconds(1));
            crm.put(id);
        }
    }

    private void putMany(int count) {
        for (int i = 0; i < count; i++) {
            put("r" + i);
        }
    }

    @Test
    void withEmitAllACursorThatExpiresOnceBeginsEverythingAnew() {
        put("a", "b", "c", "d", "e", "f");
        refusals = 1;
        PollingRoute route = route(Emit.ALL, 2);
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "a", "b", "c", "d", "e", "f");
    }

    @Test
    void withEmitAllACursorThatExpiresTwiceIsAnErrorAndTheNextPollBeginsAtTheStart() {
        put("a", "b", "c", "d", "e", "f");
        refusals = 2;
        PollingRoute route = route(Emit.ALL, 2);

        assertThatThrownBy(route::poll)
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("refused it again after the scan had begun anew");
        assertThat(route.deliveredIds()).containsExactly("a", "b", "a", "b");
        route.delivered.clear();
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void afterTheErrorACursorMayExpireOnceMore() {
        put("a", "b", "c", "d");
        refusals = 3;
        PollingRoute route = route(Emit.ALL, 2);
        assertThatThrownBy(route::poll).hasMessageContaining("refused a cursor");
        route.delivered.clear();
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("a", "b", "a", "b", "c", "d");
    }

    @Test
    void withEmitAllASecondExpiryIsAnErrorEvenWhereNothingHadComeBeforeTheFirst() {
        put("a", "b", "c", "d");
        refusals = 2;
        int[] asked = {0};
        PageSource source = (query, cursor) ->
                asked[0]++ == 0 ? new Page(List.of(), Map.of(), "empty", crm.now) : expiring(query, cursor);
        PollingRoute route = new PollingRoute(source, Emit.ALL, ScanMode.FILTER, 2);

        assertThatThrownBy(route::poll).hasMessageContaining("refused a cursor");
        assertThat(route.deliveredIds()).containsExactly("a", "b");
    }

    @Test
    void changesThatComeBetweenExpiriesLetTheScanBeginAnewEachTime() {
        put("a", "b", "c", "d", "e", "f", "g", "h");
        Set<String> refused = new HashSet<>();
        PageSource source = (query, cursor) -> {
            if (cursor != null && refused.add(cursor)) {
                throw new FakeCrm.Refused("cursor has expired");
            }
            return crm.fetch(query, cursor);
        };
        PollingRoute route = new PollingRoute(source, Emit.CHANGED, ScanMode.FILTER, 2);
        route.poll();

        assertThat(refused).hasSize(3);
        assertThat(route.deliveredIds()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @Test
    void pagesInOrderAreAskedForAnewFromTheMarkOn() {
        putMany(400);
        served = 3;
        refusals = 1;
        PollingRoute route = route(Emit.CHANGED, 100);

        assertThat(route.poll()).isEqualTo(400);

        assertThat(crm.queries.get(2).filters()).isEmpty();
        String floor = crm.latest("r199").updated().minus(PollingRoute.LOOKBACK).toString();
        assertThat(crm.queries.get(3).filters()).containsExactly(new Filter("updated_at", "gte", floor));
    }

    @Test
    void pagesThatCameOutOfOrderAreAskedForAnewFromWhereTheScanBegan() {
        crm.ignoresSort = true;
        crm.ownOrder = FakeCrm.OwnOrder.CREATED_ASC;
        putMany(500);
        put("r320");
        served = 4;
        refusals = 1;
        PollingRoute route = route(Emit.CHANGED, 100);

        route.poll();

        // what lay below the mark is not remembered and comes twice: better than to lose what had not come
        assertThat(route.lastVersions()).hasSize(500);
        // the mark had moved before the fall came
        assertThat(route.marks).contains(crm.latest("r199").updated());
        assertThat(crm.fetches).isEqualTo(4 + 5);
        assertThat(crm.queries).allMatch(query -> query.filters().isEmpty());
    }

    @Test
    void newRecordsInTheOrderOfUpdatesAreReadAnewFromTheNewestBack() {
        crm.ignoresSort = true;
        put("a", "b", "c", "d", "e", "f");
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PageSource source = (query, cursor) -> {
            if (asked.incrementAndGet() == 3) {
                fetching.countDown();
                hangUntil(interrupted);
            }
            return crm.fetch(query, cursor);
        };
        PollingRoute route = new PollingRoute(source, Emit.NEW, ScanMode.FILTER, 2);
        int[] ahead = {0};
        route.executor = task -> {
            if (++ahead[0] == 2) {
                threads.execute(task);
                await(fetching);
            } else {
                task.run();
            }
        };
        route.poll();

        assertThat(route.deliveredIds()).containsExactly("e", "f", "a", "b", "c", "d");
        // the page that was fetched ahead in the wrong order is not waited for
        await(interrupted);
    }

    private static void hangUntil(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new OctolaneException("interrupted", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aScanThatIsClosedBeforeItBeginsAnewFetchesNothingMore() {
        crm.ignoresSort = true;
        put("a", "b", "c", "d", "e", "f");
        PollingRoute route = new PollingRoute(crm, Emit.NEW, ScanMode.FILTER, 2);
        ChangeScan[] scan = {null};
        int[] ahead = {0};
        route.executor = task -> {
            if (++ahead[0] == 2) {
                scan[0].close();
            } else {
                task.run();
            }
        };
        scan[0] = route.reader().open(route.reader().beginning());
        scan[0].next();
        scan[0].done(2);

        assertThat(scan[0].next()).isEmpty();
        assertThat(crm.fetches).isEqualTo(2);
    }
}
