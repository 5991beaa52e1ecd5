// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000001Z");
    private static final String UUID_ID = "7d4c2f0e-5b0a-4c1f-9d53-0f6a1d2c3b4a";

    private static Change change(String id, Instant time) {
        return new Change(id, time, time, time, true, Map.of());
    }

    private static Change withoutUpdate(String id, Instant created) {
        return new Change(id, created, null, created, false, Map.of());
    }

    private static Position beginning() {
        return Position.beginning(Emit.CHANGED, MINUTE);
    }

    @Test
    void atTheBeginningEverythingIsNew() {
        assertThat(beginning().isNew(change("a", Instant.EPOCH))).isTrue();
    }

    @Test
    void aDeliveredVersionIsNotNewAndALaterOneIs() {
        Position position = beginning().with(List.of(change("a", NOON)));

        assertThat(position.isNew(change("a", NOON))).isFalse();
        assertThat(position.isNew(change("a", NOON.plusNanos(1_000)))).isTrue();
        assertThat(position.isNew(change("b", NOON))).isTrue();
    }

    @Test
    void anEarlierVersionThanTheDeliveredOneIsNotNew() {
        Position position = beginning().with(List.of(change("a", NOON)));

        assertThat(position.isNew(change("a", NOON.minusNanos(1_000)))).isFalse();
    }

    @Test
    void theLaterOfTwoVersionsIsRememberedInWhicheverOrderTheyAreFinished() {
        Change earlier = change("a", NOON);
        Change later = change("a", NOON.plusSeconds(1));

        assertThat(beginning().with(List.of(later, earlier)).isNew(later)).isFalse();
        assertThat(beginning().with(List.of(earlier, later)).isNew(later)).isFalse();
    }

    @Test
    void aPositionTellsInALogWhereItStands() {
        Position position = beginning().with(List.of(change("a", NOON)));

        assertThat(position).hasToString("updated_at beginning (1 ids)");
        assertThat(position.movedTo(NOON)).hasToString("updated_at 2026-03-01T12:00:00.000001Z (1 ids)");
    }

    @Test
    void aRecordThatBecameVisibleLateIsNewInsideTheLookbackOnly() {
        Position position = beginning().with(List.of(change("a", NOON))).movedTo(NOON);

        assertThat(position.isNew(change("late", NOON.minus(MINUTE)))).isTrue();
        assertThat(position.isNew(change("old", NOON.minus(MINUTE).minusNanos(1_000))))
                .isFalse();
    }

    @Test
    void theMarkMovesForwardOnly() {
        Position position = beginning().movedTo(NOON);

        assertThat(position.movedTo(NOON.minusSeconds(1))).isEqualTo(position);
        assertThat(position.movedTo(null)).isEqualTo(position);
    }

    @Test
    void aShorterLookbackMovesTheFloorForwardAndALongerOneDoesNotMoveItBack() {
        String stored = beginning().movedTo(NOON).encode();

        Position longer = Position.parse(Emit.CHANGED, MINUTE.multipliedBy(60), stored);
        assertThat(longer.movedTo(NOON.plusSeconds(1)).floor()).isEqualTo(NOON.minus(MINUTE));
        Position shorter = Position.parse(Emit.CHANGED, Duration.ZERO, stored);
        assertThat(shorter.movedTo(NOON.plusSeconds(1)).floor()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void idsBeforeTheFloorAreForgotten() {
        Position position = beginning()
                .with(List.of(change("a", NOON), change("b", NOON.plusSeconds(90))))
                .movedTo(NOON.plusSeconds(90));

        assertThat(position.delivered()).containsOnlyKeys("b");
    }

    @Test
    void aRecordWithoutUpdateCountsAsDeliveredOnlyAfterACompleteScan() {
        Position moved = beginning().with(List.of(change("a", NOON))).movedTo(NOON);
        Change created = withoutUpdate("b", NOON.minusSeconds(3_600));

        assertThat(moved.isNew(created)).isTrue();
        assertThat(moved.settled().isNew(created)).isFalse();
        Position delivered = moved.with(List.of(created)).movedTo(NOON.plusSeconds(600));
        assertThat(delivered.isNew(created)).isFalse();
        assertThat(Position.parse(Emit.CHANGED, MINUTE, delivered.encode()).isNew(created))
                .isFalse();
    }

    @Test
    void aStartInstantIsNotLookedBackFrom() {
        Position position = Position.at(Emit.CHANGED, MINUTE, NOON);

        assertThat(position.isNew(change("a", NOON))).isTrue();
        assertThat(position.isNew(change("b", NOON.minusNanos(1_000)))).isFalse();
        assertThat(position.movedTo(NOON.plusSeconds(10)).isNew(change("b", NOON.minusNanos(1_000))))
                .isFalse();
    }

    @Test
    void aHundredThousandRecordsWithOneTimestampAreAllRememberedInThreeMegabytes() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            changes.add(change(new UUID(i * 7919L, ~i).toString(), NOON));
        }
        Position position = beginning().with(changes).movedTo(NOON).trimmed();

        String text = position.encode();

        assertThat(text).hasSizeLessThan(3_000_000).matches("\\p{Graph}+");
        Position read = Position.parse(Emit.CHANGED, MINUTE, text);
        assertThat(changes).noneMatch(read::isNew);
        assertThat(read.isNew(change(new UUID(1, 1).toString(), NOON))).isTrue();
    }

    @Test
    void idsOfAScanWithoutOrderAreForgottenFromTheOldestOnAndNeverInsideTheLookback() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < Position.SPARE + 500; i++) {
            changes.add(change("r" + i, NOON.plusSeconds(i)));
        }
        Position position = beginning().with(changes).trimmed();

        assertThat(position.delivered()).hasSize(Position.SPARE);
        assertThat(position.isNew(changes.get(499))).isTrue();
        assertThat(position.isNew(changes.get(500))).isFalse();
    }

    @Test
    void theFirstVersionOfTheTextIsReadForEver() {
        String text = "1|updated_at|2026-03-01T11:59:00.000001Z|2026-03-01T12:00:00.000001Z|-|3|"
                + "2026-03-01T12:00:00.000001Z>~fUwvDlsKTB-dUw9qHSw7Sg,acme%3Dcorp;+1ekg>!c|.";

        Position position = Position.parse(Emit.CHANGED, MINUTE, text);

        assertThat(position.mark()).isEqualTo(NOON);
        assertThat(position.delivered()).containsOnlyKeys(UUID_ID, "acme=corp", "c");
        assertThat(position.isNew(change(UUID_ID, NOON))).isFalse();
        assertThat(position.isNew(withoutUpdate("c", NOON.plusNanos(64_000)))).isFalse();
        assertThat(position.encode()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "2026-03-01T12:00:00Z",
                "2|updated_at|-|-|-|0||.",
                "1|updated_at|-|-|-|0|",
                "1|updated_at|-|-|-|0||.|more",
                "1|updated_at|yesterday|-|-|0||.",
                "1|updated_at|-|-|-|2|2026-03-01T12:00:00.000001Z>a|.",
                "1|updated_at|-|-|-|1|2026-03-01T12:00:00.000001Z>|.",
                "1|updated_at|-|-|-|1|2026-03-01T12:00:00.000001Z>~short|.",
                "1|updated_at|-|-|-|1|2026-03-01T12:00:00.000001Z>%zz|.",
                "1|updated_at|-|-|-|1|+3>a|.",
                "1|updated_at|-|-|-|1|a|.",
                "1|created_at|-|-|-|0||."
            })
    void aTextThatCannotBeReadIsAnErrorThatSaysWhatIsValid(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.parse(Emit.CHANGED, MINUTE, text))
                .withMessageContaining("Not a readable position")
                .withMessageContaining("1|updated_at or created_at|floor|mark|settled|count|versions|.")
                .withMessageContaining("stateKey");
    }

    @Property
    void whatIsDoneAtOnceIsAsIfItWereDoneOneAfterTheOther(
            @ForAll("changes") List<Change> earlier,
            @ForAll("changes") List<Change> finished,
            @ForAll("instants") Instant mark,
            @ForAll("instants") Instant newMark) {
        Position position = beginning().with(earlier).movedTo(mark);

        Position moved = position.with(finished).movedTo(newMark);
        assertThat(position.advanced(finished, newMark, false)).isEqualTo(moved);
        assertThat(position.advanced(finished, newMark, true)).isEqualTo(moved.settled());
    }

    @Property(tries = 500)
    void everyPositionComesBackFromItsText(@ForAll("changes") List<Change> changes, @ForAll("instants") Instant mark) {
        Position position = beginning().with(changes).movedTo(mark);

        String text = position.encode();

        assertThat(text).matches("\\p{Graph}+").doesNotContain("=");
        assertThat(Position.parse(Emit.CHANGED, MINUTE, text)).isEqualTo(position);
    }

    @Property(tries = 500)
    void noTextThatWasCutOffIsTakenForAPosition(@ForAll("changes") List<Change> changes) {
        String text = beginning().with(changes).encode();

        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> Position.parse(Emit.CHANGED, MINUTE, cut));
        }
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-60_000_000, 60_000_000).map(micros -> NOON.plusNanos(micros * 1_000)),
                Arbitraries.of(
                        Instant.EPOCH,
                        Instant.parse("1066-10-14T09:00:00Z"),
                        Instant.parse("9999-12-31T23:59:59.999999999Z")));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> ids = Arbitraries.oneOf(
                Arbitraries.create(() -> UUID_ID),
                Arbitraries.create(() -> UUID_ID.toUpperCase(java.util.Locale.ROOT)),
                Arbitraries.longs().map(bits -> new UUID(bits, ~bits).toString()),
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(40)
                        .filter(s -> !s.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)),
                Arbitraries.of("~", "!", "!a", "|", ";", ",", ">", "=", "+3", "-", " ", "\n"));
        return Combinators.combine(ids, instants(), Arbitraries.of(true, false))
                .as((id, time, dated) -> dated ? change(id, time) : withoutUpdate(id, time))
                .list()
                .ofMaxSize(12);
    }
}
