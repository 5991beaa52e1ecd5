// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The two forms that most dates have, read by their places: formatters take ten times as long. */
public final class UsualDates {

    private static final String DAY = "0000-00-00";
    private static final String MOMENT = "0000-00-00T00:00:00.000000000";
    private static final int SECONDS = MOMENT.indexOf('.');

    private UsualDates() {}

    /** Whether the text is built like 2026-10-01. */
    static boolean isDay(String text) {
        return text.length() == DAY.length() && isBuiltLike(DAY, text, DAY.length());
    }

    /** @throws DateTimeException where {@link #isDay} holds and there is no such day */
    static LocalDate day(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /** Whether the text is built like 2026-10-01T09:30:00Z, with or without a fraction: what machines write. */
    public static boolean isMoment(String text) {
        int last = text.length() - 1;
        return last >= SECONDS
                && last != SECONDS + 1
                && last <= MOMENT.length()
                && text.charAt(last) == 'Z'
                && isBuiltLike(MOMENT, text, last);
    }

    /**
     * The moment as {@link Instant#toString} writes it.
     *
     * @param readFrom what the moment was read from: where it is built like that text, nothing is written anew
     */
    public static String text(Instant moment, Object readFrom) {
        if (readFrom instanceof String text && isMoment(text)) {
            int last = text.length() - 1;
            int digits = Math.max(0, last - SECONDS - 1);
            // an Instant writes its fraction in groups of three digits, without those at the end that are zero
            if (digits % 3 == 0) {
                while (digits > 0 && text.startsWith("000", SECONDS + digits - 2)) {
                    digits -= 3;
                }
                int end = digits == 0 ? SECONDS : SECONDS + 1 + digits;
                return end == last ? text : text.substring(0, end) + 'Z';
            }
        }
        return moment.toString();
    }

    /** @throws DateTimeException where {@link #isMoment} holds and there is no such moment */
    public static Instant moment(String text) {
        int nanos = 0;
        for (int i = SECONDS + 1; i < MOMENT.length(); i++) {
            nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
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

    /** Whether the text has a digit where the form has 0, and else the same characters, up to the end. */
    private static boolean isBuiltLike(String form, String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
