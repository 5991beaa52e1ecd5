// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.mapping.UsualDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads the API's timestamps: ISO-8601 text, in UTC where it names no offset, or epoch milliseconds. */
final class Timestamps {

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
        if (UsualDates.isMoment(text)) {
            return UsualDates.moment(text);
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }
}
