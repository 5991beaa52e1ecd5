// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.mapping.UsualDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    private static final long YEAR_ZERO = -62_167_219_200L;
    private static final long YEAR_9999 = 253_402_300_799L;

    @Property
    void anInstantIsReadAsItWasWrittenHoweverManyDigitsItsFractionHas(
            @ForAll @LongRange(min = YEAR_ZERO, max = YEAR_9999) long second,
            @ForAll @IntRange(max = 999) int millis,
            @ForAll @IntRange(max = 999) int micros,
            @ForAll @IntRange(max = 999) int nanos,
            @ForAll @IntRange(max = 9) int digits) {
        String text = written(second, millis * 1_000_000 + micros * 1_000 + nanos, digits);

        assertThat(Timestamps.orNull(text)).as(text).isEqualTo(byTheFormatter(text));
        assertThat(Timestamps.orNull(text).getEpochSecond()).isEqualTo(second);
        assertThat(UsualDates.text(Timestamps.orNull(text), text))
                .isEqualTo(Timestamps.orNull(text).toString());
    }

    @Property
    void aTextWithAWrongCharacterIsReadOrRefusedAsTheFormatterDoes(
            @ForAll @LongRange(min = YEAR_ZERO, max = YEAR_9999) long second,
            @ForAll @IntRange(max = 9) int digits,
            @ForAll @IntRange(max = 40) int place,
            @ForAll @Chars({'Z', '.', ':', '-', '+', 'T', ' '}) @CharRange(from = '0', to = '9') char wrong) {
        StringBuilder text = new StringBuilder(written(second, 123_456_789, digits));
        // without the Z at its end it would be a local time
        text.setCharAt(place % (text.length() - 1), wrong);

        assertThat(Timestamps.orNull(text.toString())).as(text.toString()).isEqualTo(byTheFormatter(text.toString()));
    }

    @Test
    void mostMomentsNeedNotBeWrittenAnew() {
        for (String text : List.of(
                "2026-02-28T10:00:00Z",
                "2026-02-28T10:00:00.120Z",
                "2026-02-28T10:00:00.285099Z",
                "2026-02-28T10:00:00.000000001Z")) {
            assertThat(UsualDates.text(Instant.parse(text), text)).isSameAs(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:00:00.000Z",
                "10:00:00.12Z",
                "10:00:00.000000Z",
                "10:00:00.120000Z",
                "10:00:00.100200Z",
                "10:00:00.000000000Z",
                "10:00:00.285099000Z",
                "10:00:00.120000000Z",
                "10:00:00.120+01:00"
            })
    void aMomentIsWrittenInOneFormHoweverItWasRead(String time) {
        String text = "2026-02-28T" + time;
        Instant moment = OffsetDateTime.parse(text).toInstant();
        assertThat(UsualDates.text(moment, text)).isEqualTo(moment.toString());
    }

    @Test
    void aMomentThatWasNoTextIsWritten() {
        assertThat(UsualDates.text(Instant.EPOCH, 0L)).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void aDayThatTheMonthDoesNotHaveIsNoTimestamp() {
        assertThat(Timestamps.orNull("2026-02-30T00:00:00Z")).isNull();
        assertThat(Timestamps.orNull("2026-02-28T24:00:00Z")).isNull();
        assertThat(Timestamps.orNull("2026-02-28T23:59:60Z")).isNull();
    }

    @Test
    void aTimeWithoutAZoneIsThatOfGreenwich() {
        assertThat(Timestamps.orNull("2026-02-11T08:30:00")).isEqualTo(Instant.parse("2026-02-11T08:30:00Z"));
    }

    private static String written(long second, int nanos, int digits) {
        String time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")
                .format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
        return time + (digits == 0 ? "" : "." + "%09d".formatted(nanos).substring(0, digits)) + "Z";
    }

    private static Instant byTheFormatter(String text) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME
                    .parse(text.trim(), OffsetDateTime::from)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
