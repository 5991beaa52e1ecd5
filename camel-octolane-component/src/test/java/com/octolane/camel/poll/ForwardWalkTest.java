// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.client.Page;
import com.octolane.camel.client.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far the API's order is believed where more records come than prove it. */
class ForwardWalkTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<Page> pages = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private int records;

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static int[] upwards(int from, int count) {
        return IntStream.range(from, from + count).toArray();
    }

    private static int[] equal(int seconds, int count) {
        return IntStream.generate(() -> seconds).limit(count).toArray();
    }

    /** A page of records that were created, and updated last, so many seconds after noon. */
    private void page(Instant serverTime, int... seconds) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int each : seconds) {
            String time = at(each).toString();
            rows.add(Map.of("id", "r" + records++, "created_at", time, "updated_at", time));
        }
        pages.add(new Page(rows, Map.of(), null, serverTime));
    }

    private Page fetch(Query query, String cursor) {
        asked.add(cursor);
        int index = cursor == null ? 0 : Integer.parseInt(cursor);
        Page page = pages.get(index);
        String next = index + 1 < pages.size() ? String.valueOf(index + 1) : null;
        return new Page(page.records(), page.definitions(), next, page.serverTime());
    }

    private ForwardWalk walk(Emit emit) {
        return new ForwardWalk(
                new PageFeed(this::fetch, PollingRoute.query(100), Runnable::run), emit, MINUTE, true, null);
    }

    private static List<Walk.Section> readAll(Walk walk) {
        List<Walk.Section> sections = new ArrayList<>();
        Optional<Walk.Section> section;
        while ((section = walk.next()).isPresent()) {
            sections.add(section.get());
        }
        return sections;
    }

    private List<Instant> marks() {
        return readAll(walk(Emit.CHANGED)).stream().map(Walk.Section::mark).toList();
    }

    @Test
    void theEndOfAPageBecomesTheMarkOnceAHundredRecordsHaveFollowed() {
        page(null, upwards(0, 60));
        page(null, upwards(60, 60));
        page(null, upwards(120, 60));
        page(null, 180);

        assertThat(marks()).containsExactly(null, null, at(59), at(180));
    }

    @Test
    void ninetyNineRecordsDoNotMoveTheMark() {
        page(null, upwards(0, 100));
        page(null, upwards(100, 99));
        page(null, 199);
        page(null, 200);

        assertThat(marks()).containsExactly(null, null, at(99), at(200));
    }

    @Test
    void recordsOfOneAndTheSameTimeDoNotMoveTheMarkUntilANewerOneComes() {
        page(null, equal(0, 100));
        page(null, equal(0, 100));
        page(null, equal(0, 100));
        page(null, equal(5, 100));
        page(null, 5);

        assertThat(marks()).containsExactly(null, null, null, at(0), at(5));
    }

    @Test
    void aFallOfTheLookbackIsBorne() {
        page(at(1_000), upwards(0, 100));
        page(at(1_000), 39);
        page(at(1_000), upwards(100, 100));
        page(at(1_000), upwards(200, 100));
        page(at(1_000), 300);
        ForwardWalk walk = walk(Emit.CHANGED);

        assertThat(readAll(walk).stream().map(Walk.Section::mark))
                .containsExactly(null, null, at(99), at(199), at(300));
        assertThat(walk.isOrdered()).isTrue();
    }

    @Test
    void aSingleFallOfMoreThanTheLookbackStopsTheMarksUntilEverythingIsRead() {
        page(at(1_000), upwards(0, 100));
        page(at(1_000), 38);
        page(at(1_000), upwards(100, 100));
        page(at(1_000), upwards(200, 100));
        page(at(1_000), 300);
        ForwardWalk walk = walk(Emit.CHANGED);

        // and the mark at the end is no later than what the first page had reached
        assertThat(readAll(walk).stream().map(Walk.Section::mark)).containsExactly(null, null, null, null, at(99));
        assertThat(walk.isOrdered()).isFalse();
    }

    @Test
    void aHundredRecordsInOrderProveThatNothingWasPassedBy() {
        page(null, upwards(0, 50));
        page(null, upwards(50, 50));

        assertThat(marks()).containsExactly(null, at(99));
    }

    @Test
    void ninetyNineRecordsInOrderProveNothing() {
        page(null, upwards(0, 50));
        page(null, upwards(50, 49));

        assertThat(marks()).containsExactly(null, at(49));
    }

    @Test
    void equalTimesAreInOrder() {
        page(null, upwards(0, 50));
        page(null, upwards(49, 50));

        assertThat(marks()).containsExactly(null, at(98));
    }

    @Test
    void theSmallestFallMakesTheProofVoidHoweverManyRecordsCome() {
        page(null, upwards(0, 100));
        page(null, 98);
        page(null, upwards(100, 50));

        assertThat(marks()).containsExactly(null, null, at(99));
    }

    @Test
    void theScanEndsOnceItHasPassedTheTimeOfTheServerByMoreThanTheLookback() {
        page(at(120), upwards(0, 100));
        page(at(300), upwards(100, 81));
        page(at(300), 181);
        page(at(300), 182);

        List<Walk.Section> sections = readAll(walk(Emit.CHANGED));

        assertThat(sections).extracting(Walk.Section::last).containsExactly(false, false, true);
        assertThat(sections.get(2).complete()).isFalse();
        assertThat(sections.get(2).mark()).isEqualTo(at(120));
        assertThat(asked).containsExactly(null, "1", "2");
    }

    @Test
    void noMarkPassesTheTimeThatTheServerHadWhenThePresentWasReached() {
        page(at(120), upwards(0, 100));
        page(at(300), upwards(100, 60));
        page(at(300), equal(160, 100));
        page(at(300), 160);

        assertThat(marks()).containsExactly(null, null, at(120), at(120));
    }

    @Test
    void theTimeOfTheServerCountsOnceTheScanHasComeNearIt() {
        page(at(159), upwards(0, 100));
        page(at(400), upwards(300, 50));
        page(at(500), 460);
        page(at(500), 461);
        page(at(500), 462);

        List<Walk.Section> sections = readAll(walk(Emit.CHANGED));

        assertThat(sections).hasSize(4);
        assertThat(sections.get(3).mark()).isEqualTo(at(400));
    }

    @Test
    void aServerWhoseClockIsFarBehindItsOwnDataIsReadToTheEnd() {
        page(at(-100), upwards(0, 100));
        page(at(-100), upwards(200, 100));
        page(at(-100), 400);

        List<Walk.Section> sections = readAll(walk(Emit.CHANGED));

        assertThat(sections).hasSize(3);
        assertThat(sections.get(2).complete()).isTrue();
        assertThat(sections.get(2).mark()).isEqualTo(at(400));
    }

    @Test
    void anOrderThatIsNotProvenIsReadToTheEndThoughThePresentWasPassed() {
        page(at(120), upwards(0, 98));
        page(at(300), 200);
        page(at(300), 300);

        assertThat(readAll(walk(Emit.CHANGED)))
                .extracting(Walk.Section::complete)
                .containsExactly(false, false, true);
    }

    @Test
    void aFallMakesTheScanReadToTheEndThoughThePresentWasPassed() {
        page(at(120), upwards(0, 100));
        page(at(300), 98, 200);
        page(at(300), 300);

        assertThat(readAll(walk(Emit.CHANGED)))
                .extracting(Walk.Section::complete)
                .containsExactly(false, false, true);
    }

    @Test
    void aFewNewRecordsOnOnePageNeedNoOrder() {
        page(null, 5, 3, 9);
        ForwardWalk walk = walk(Emit.NEW);

        assertThat(readAll(walk)).hasSize(1);
        assertThat(walk.isOrdered()).isTrue();
    }

    @Test
    void newRecordsOnFurtherPagesAreInDoubtAfterTheSmallestFall() {
        page(null, 5, 3);
        page(null, 7);
        page(null, 8);
        ForwardWalk walk = walk(Emit.NEW);

        walk.next();
        assertThat(walk.isOrdered()).isTrue();
        walk.next();
        assertThat(walk.isOrdered()).isFalse();
    }

    @Test
    void newRecordsThatAreTooFewToProveAnOrderAreInDoubtAtTheEnd() {
        page(null, 1, 2);
        page(null, 3, 4);
        page(null, 5);
        ForwardWalk walk = walk(Emit.NEW);

        walk.next();
        walk.next();
        assertThat(walk.isOrdered()).isTrue();
        walk.next();
        assertThat(walk.isOrdered()).isFalse();
    }

    @Test
    void aHundredNewRecordsInOrderAreBeyondDoubt() {
        page(null, upwards(0, 50));
        page(null, upwards(50, 50));
        ForwardWalk walk = walk(Emit.NEW);

        assertThat(readAll(walk)).hasSize(2);
        assertThat(walk.isOrdered()).isTrue();
    }

    @Test
    void changesThatAreTooFewToProveAnOrderAreNotInDoubt() {
        page(null, 1, 2);
        page(null, 1, 4);
        ForwardWalk walk = walk(Emit.CHANGED);

        assertThat(readAll(walk)).hasSize(2);
        assertThat(walk.isOrdered()).isTrue();
    }
}
