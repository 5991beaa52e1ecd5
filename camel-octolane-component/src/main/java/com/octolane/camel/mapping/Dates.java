// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.math.BigDecimal;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.ChronoLocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads moments from the types and texts that sources carry. */
final class Dates {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("[ ]['T']")
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ ][XXX][XX][X]['['VV']']")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Smaller counts are seconds or days of another calendar, not milliseconds: 1,700,000,000 is a second of 2023. */
    private static final long FEWEST_MILLIS = 10_000_000_000L;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final Pattern MILLIS = Pattern.compile("\\d{11,15}");

    private final List<DateTimeFormatter> formats = new ArrayList<>();
    private final ZoneId zone;

    /**
     * @param patterns separated by {@code |}, tried in this order before ISO-8601; or null
     * @param zone     of texts that name none
     */
    Dates(String patterns, ZoneId zone) {
        this.zone = zone;
        if (patterns != null) {
            for (String pattern : patterns.split("\\|")) {
                formats.add(new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern.strip())
                        // yyyy is a year of an era: without one, strict reading knows no date
                        .parseDefaulting(ChronoField.ERA, 1)
                        // not the nearest day where there is no such day, as the 31st of February
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT));
            }
        }
    }

    /** The moment, or null where the value is none. */
    Instant read(Object value) {
        try {
            Instant moment = moment(value);
            return moment == null || moment.isBefore(FIRST) || moment.isAfter(LAST) ? null : moment;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // what cannot be read is no moment: the caller names field, type and what was expected
            return null;
        }
    }

    /** The moment as ISO-8601 text in UTC, or null where the value is none. */
    String iso(Object value) {
        Instant moment = read(value);
        if (moment == null) {
            return null;
        }
        // unless dateFormat reads them otherwise
        return formats.isEmpty() ? UsualDates.text(moment, value) : moment.toString();
    }

    private Instant moment(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        } else if (value instanceof java.sql.Time) {
            return null;
        } else if (value instanceof java.sql.Date date) {
            return date.toLocalDate().atStartOfDay(zone).toInstant();
        } else if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        } else if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        } else if (value instanceof TemporalAccessor temporal) {
            return ofTemporal(temporal);
        } else if (value instanceof Number number) {
            return ofMillis(new BigDecimal(number.toString()).longValueExact());
        } else if (value instanceof CharSequence text) {
            return parse(text.toString().strip());
        }
        return null;
    }

    private static Instant ofMillis(long millis) {
        return millis != 0 && Math.abs(millis) < FEWEST_MILLIS ? null : Instant.ofEpochMilli(millis);
    }

    private Instant parse(String text) {
        for (DateTimeFormatter format : formats) {
            // asked first, since most texts fit one of several formats only, and exceptions are slow
            ParsePosition end = new ParsePosition(0);
            if (format.parseUnresolved(text, end) != null && end.getIndex() == text.length()) {
                try {
                    return ofParsed(format.parse(text));
                } catch (DateTimeException e) {
                    // a day that does not exist, as this format reads it: the next one
                    continue;
                }
            }
        }
        if (UsualDates.isDay(text)) {
            return UsualDates.day(text).atStartOfDay(zone).toInstant();
        }
        if (UsualDates.isMoment(text)) {
            return UsualDates.moment(text);
        }
        if (text.length() > 10 && text.charAt(4) == '-') {
            // years of more or fewer digits are out of range
            return ofParsed(ISO.parse(text));
        }
        // last, since twelve digits may be what dateFormat describes
        return MILLIS.matcher(text).matches() ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
    }

    private Instant ofParsed(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed);
        }
        LocalDate day = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId own = parsed.query(TemporalQueries.zone());
        return time == null
                ? day.atStartOfDay(zone).toInstant()
                : day.atTime(time).atZone(own == null ? zone : own).toInstant();
    }

    private Instant ofTemporal(TemporalAccessor temporal) {
        if (temporal instanceof ChronoLocalDate || temporal instanceof LocalDate) {
            return LocalDate.from(temporal).atStartOfDay(zone).toInstant();
        } else if (temporal instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        return Instant.from(temporal);
    }
}
