// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.client.OctolaneException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random histories against the only model that counts: what the CRM holds in the end. */
class ChangeScanPropertyTest {

    /** A world, and the seed of everything that happens in it. */
    record World(
            ScanMode mode,
            FakeCrm.OwnOrder ownOrder,
            boolean ignoresFilter,
            boolean ignoresSort,
            boolean refusesFilter,
            boolean refusesSort,
            int pageSize,
            int cursorLife,
            long seed) {}

    /** Mutation testing plays the first ones only: all of them, for each mutant, would take hours. */
    private static final int HISTORIES = Integer.getInteger("histories", Integer.MAX_VALUE);

    private int played;

    // the same histories at every run, so that a red build tells of a change and not of luck
    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE, seed = "20261124")
    void theLatestVersionOfEveryRecordIsDelivered(@ForAll("worlds") World world) {
        play(world, Emit.CHANGED);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, seed = "20261124")
    void everyNewRecordIsDelivered(@ForAll("worlds") World world) {
        play(world, Emit.NEW);
    }

    private void play(World world, Emit emit) {
        if (played++ < HISTORIES) {
            new History(world, emit).play();
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<Boolean> seldom =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true)));
        return Combinators.combine(
                        Arbitraries.of(ScanMode.class),
                        Arbitraries.of(FakeCrm.OwnOrder.class),
                        seldom,
                        seldom,
                        seldom,
                        seldom,
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 30, 4))
                .flatAs((mode, order, noFilter, noSort, badFilter, badSort, size, life) -> Arbitraries.longs()
                        .map(seed -> new World(
                                mode,
                                order,
                                noFilter,
                                noSort,
                                badFilter && mode == ScanMode.AUTO,
                                badSort && mode == ScanMode.AUTO,
                                size,
                                life,
                                seed)));
    }

    private static final class History {
        private final Random random;
        private final FakeCrm crm = new FakeCrm();
        private final PollingRoute route;
        private final Emit emit;
        private boolean quiet;

        History(World world, Emit emit) {
            this.random = new Random(world.seed);
            this.emit = emit;
            this.route = new PollingRoute(crm, emit, world.mode, world.pageSize);
            crm.ownOrder = world.ownOrder;
            crm.ignoresFilter = world.ignoresFilter;
            crm.ignoresSort = world.ignoresSort;
            crm.refusesFilter = world.refusesFilter;
            crm.refusesSort = world.refusesSort;
            crm.cursorLife = world.cursorLife;
            crm.beforeFetch = n -> this::perhapsChange;
        }

        void play() {
            for (int step = 0; step < 25; step++) {
                for (int i = random.nextInt(6); i > 0; i--) {
                    change();
                }
                poll();
            }
            quiet = true;
            crm.pass(PollingRoute.LOOKBACK);
            int polls = 0;
            // twice: the first may only have brought an older scan to its end
            while (quietPoll() + quietPoll() > 0) {
                assertThat(++polls)
                        .as("polls that still deliver after the last change")
                        .isLessThan(10);
            }
            assertThat(quietPoll()).as("records of an idle poll").isZero();
            check();
        }

        private int quietPoll() {
            // an API whose cursors die early may refuse a scan twice in a row: the poll fails, the next one goes on
            crm.cursorLife = Integer.MAX_VALUE;
            return route.poll();
        }

        private void poll() {
            int maximum = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : Integer.MAX_VALUE;
            int failAt = random.nextInt(3) == 0 ? random.nextInt(8) : -1;
            int[] seen = {0};
            int before = crm.fetches;
            try {
                route.poll(maximum, change -> seen[0]++ == failAt);
            } catch (OctolaneException e) {
                assertThat(e).hasStackTraceContaining("cursor has expired");
            }
            assertThat(crm.fetches - before).as("requests of one poll").isLessThan(2_000);
            if (random.nextInt(6) == 0) {
                route.crash();
            } else if (random.nextInt(8) == 0) {
                route.stopAndStart();
            }
        }

        private void perhapsChange() {
            if (!quiet && random.nextInt(4) == 0) {
                change();
            }
        }

        private void change() {
            // often no time passes, so that timestamps tie; sometimes more than the lookback
            int leap = random.nextInt(10);
            crm.pass(
                    leap < 4
                            ? Duration.ZERO
                            : leap < 9 ? Duration.ofMillis(random.nextInt(30_000)) : Duration.ofHours(1));
            String id = "r" + random.nextInt(40);
            // an update that leaves the timestamp as it was could not be told from what was delivered
            if (crm.latest(id) != null && crm.latest(id).updated().equals(crm.now)) {
                crm.pass(Duration.ofNanos(1_000));
            }
            if (random.nextInt(4) > 0) {
                crm.put(id);
                return;
            }
            // visible late; an older timestamp than the record has already would be no update
            Instant at = crm.now.minusSeconds(random.nextInt(30));
            FakeCrm.Row old = crm.latest(id);
            if (old == null || at.isAfter(old.updated())) {
                crm.put(id, at, PollingRoute.LOOKBACK);
            }
        }

        private void check() {
            Map<String, Object> expected = new HashMap<>();
            crm.all().forEach(row -> expected.put(row.id(), row.version()));
            if (emit == Emit.CHANGED) {
                assertThat(route.lastVersions()).isEqualTo(expected);
            } else {
                assertThat(route.lastVersions().keySet()).isEqualTo(expected.keySet());
            }
            Map<String, Instant> last = new HashMap<>();
            for (Change change : route.delivered) {
                Instant before = last.put(change.id(), change.time());
                assertThat(before == null || !before.isAfter(change.time()))
                        .as("%s comes no earlier than %s", change, before)
                        .isTrue();
            }
            List<Instant> marks = route.marks.stream().filter(m -> m != null).toList();
            assertThat(marks).isSorted();
        }
    }
}
