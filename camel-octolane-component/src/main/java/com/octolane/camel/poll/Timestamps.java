// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads the API's timestamps: ISO-8601 text, in UTC where it names no offset, or epoch milliseconds. */
final class Timestamps {

    private static final String PATTERN = "0000-00-00T00:00:00.000000000";
    private static final int WHOLE_SECONDS = PATTERN.indexOf('.');
    private static final int NANOSECONDS = PATTERN.length();

    private Timestamps() {}

    /**
     * @return null where the record has no value
     * @throws OctolaneException when there is a value that is no timestamp
     */
    static Instant read(String field, Object id, Object value) {
        try {
            return parse(value);
        } catch (DateTimeException e) {
            throw new OctolaneException(
                    "Record " + id + " has a " + field + " that is no ISO-8601 timestamp and no number of milliseconds",
                    e);
        }
    }

    static Instant orNull(Object value) {
        try {
            return parse(value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant parse(Object value) {
        // assumption A-42
        if (value instanceof Number millis) {
            return Instant.ofEpochMilli(millis.longValue());
        }
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        String text = value.toString();
        if (isUsual(text)) {
            return usual(text);
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }

    /** Whether it looks like {@code 2026-01-31T23:59:59Z}, with or without a fraction: the formatter takes long for these. */
    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        if (end < WHOLE_SECONDS || end == WHOLE_SECONDS + 1 || end > NANOSECONDS || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            char pattern = PATTERN.charAt(i);
            if (pattern == '0' ? c < '0' || c > '9' : c != pattern) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int end = text.length() - 1;
        int nanos = end == WHOLE_SECONDS ? 0 : number(text, WHOLE_SECONDS + 1, end);
        for (int digit = Math.max(end, WHOLE_SECONDS + 1); digit < NANOSECONDS; digit++) {
            nanos *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
