// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The API shows points in time in UTC with six digits after the second. */
final class Timestamps {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String format(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The instant that an ISO-8601 text, a date or a number of milliseconds stands for, or null. */
    static Instant parse(Object value) {
        try {
            if (value instanceof Instant instant) {
                return truncate(instant);
            }
            if (value instanceof Number number) {
                return Instant.ofEpochMilli(number.longValue());
            }
            if (value instanceof String text && text.length() == 10) {
                return Instant.parse(text + "T00:00:00Z");
            }
            return value instanceof String text
                    ? truncate(OffsetDateTime.parse(text).toInstant())
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
