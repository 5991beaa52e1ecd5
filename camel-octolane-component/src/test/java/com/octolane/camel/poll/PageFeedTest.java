// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageFeedTest {

    private static final Query QUERY = PollingRoute.query(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    private static Page page(String id) {
        return new Page(
                List.of(Map.of("id", id, "updated_at", "2026-01-01T00:00:0" + id + "Z")),
                Map.of(),
                String.valueOf(Integer.parseInt(id) + 1),
                null);
    }

    private Page hang() {
        try {
            never.await();
            throw new OctolaneException("released");
        } catch (InterruptedException e) {
            throw new OctolaneException("interrupted", e);
        }
    }

    private static ChangeScan scan(PageSource source, java.util.concurrent.Executor executor) {
        return new ChangeReader(
                        source, QUERY, Emit.CHANGED, ScanMode.FILTER, Duration.ZERO, executor, FakeCrm::isRefusal)
                .open(Position.beginning(Emit.CHANGED, Duration.ZERO));
    }

    @Test
    void exactlyOnePageIsFetchedWhileTheCurrentOneIsWorkedOn() {
        List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
        ChangeScan scan = scan(
                (query, cursor) -> {
                    asked.add(String.valueOf(cursor));
                    return page(cursor == null ? "0" : cursor);
                },
                threads);
        scan.next();

        await().untilAsserted(() -> assertThat(asked).containsExactly("null", "1"));
        scan.done(1);
        scan.next();
        await().untilAsserted(() -> assertThat(asked).containsExactly("null", "1", "2"));
        scan.close();
    }

    @Test
    void closingEndsAScanThatWaitsForAPageInAnotherThread() throws Exception {
        ChangeScan scan = scan((query, cursor) -> cursor == null ? page("0") : hang(), threads);
        scan.next();
        scan.done(1);
        AtomicReference<Thread> waiter = new AtomicReference<>();
        Future<Optional<Batch>> waiting = threads.submit(() -> {
            waiter.set(Thread.currentThread());
            return scan.next();
        });
        await().until(() -> waiter.get() != null && waiter.get().getState() == Thread.State.WAITING);

        scan.close();

        assertThat(waiting.get()).isEmpty();
        assertThat(scan.isFinished()).isFalse();
        assertThat(scan.position().delivered()).containsOnlyKeys("0");
    }

    @Test
    void closingEndsAScanThatFetchesAPageInItsOwnThread() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        ChangeScan scan = scan(
                (query, cursor) -> {
                    fetching.countDown();
                    return hang();
                },
                threads);
        Future<Boolean> waiting = threads.submit(() -> {
            boolean empty = scan.next().isEmpty();
            return empty && !Thread.currentThread().isInterrupted();
        });
        fetching.await();

        scan.close();

        assertThat(waiting.get()).isTrue();
    }

    @Test
    void aClosedScanFetchesNothing() {
        ChangeScan scan = scan((query, cursor) -> page("0"), threads);
        scan.close();

        assertThat(scan.next()).isEmpty();
    }

    @Test
    void aPoolThatTakesNoMoreOnlyCostsThePrefetch() {
        ChangeScan scan = scan((query, cursor) -> page(cursor == null ? "0" : cursor), task -> {
            throw new RejectedExecutionException();
        });
        scan.next();
        scan.done(1);

        assertThat(scan.next().orElseThrow().changes()).extracting(Change::id).containsExactly("1");
    }

    @Test
    void theFailureOfAPrefetchIsThatOfThePageItWasFor() {
        PageFeed feed = new PageFeed(
                (query, cursor) -> {
                    throw new OctolaneException("page " + cursor);
                },
                QUERY,
                threads);
        feed.ahead("2");

        assertThatThrownBy(() -> feed.get("2"))
                .isInstanceOf(OctolaneException.class)
                .hasMessage("page 2");
        assertThatThrownBy(() -> feed.get("3")).hasMessage("page 3");
    }

    @Test
    void aPageThatIsNotWantedAnyMoreIsNotFetchedToItsEnd() {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        PageFeed feed = new PageFeed(
                (query, cursor) -> {
                    if (cursor.equals("2")) {
                        return page("2");
                    }
                    fetching.countDown();
                    try {
                        return hang();
                    } finally {
                        interrupted.countDown();
                    }
                },
                QUERY,
                threads);
        feed.ahead("1");
        await().until(() -> fetching.getCount() == 0);

        assertThat(feed.get("2").nextCursor()).isEqualTo("3");
        await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void anErrorOfTheVirtualMachineComesThroughAsItIs() {
        StackOverflowError error = new StackOverflowError();
        PageFeed feed = new PageFeed(
                (query, cursor) -> {
                    throw error;
                },
                QUERY,
                threads);

        assertThatThrownBy(() -> feed.get(null)).isSameAs(error);
    }

    @Test
    void anInterruptIsPassedOn() {
        PageFeed feed = new PageFeed((query, cursor) -> hang(), QUERY, threads);
        feed.ahead("1");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> feed.get("1")).isInstanceOf(OctolaneException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aClosedFeedSaysSo() {
        PageFeed feed = new PageFeed((query, cursor) -> page("0"), QUERY, threads);
        feed.close();

        assertThatThrownBy(() -> feed.get(null)).isInstanceOf(CancellationException.class);
    }
}
