// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Bytes that are prepared once, with places of a fixed width for a record's number and for its time. */
final class Template {

    /** The record of number 0 was updated then. */
    static final long EPOCH = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    static final String NUMBER = "#########";
    static final String TIME = "@@@@-@@-@@T@@:@@:@@.@@@000Z";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final long DAY_MILLIS = 86_400_000;

    private final byte[] bytes;
    private final int[] numbers;
    private final int[] times;
    private long day = -1;
    private byte[] dayText;

    Template(String text) {
        bytes = text.getBytes(StandardCharsets.US_ASCII);
        numbers = places(text, NUMBER);
        times = places(text, TIME);
    }

    private static int[] places(String text, String slot) {
        int[] found = new int[text.length()];
        int count = 0;
        for (int at = text.indexOf(slot); at >= 0; at = text.indexOf(slot, at + slot.length())) {
            found[count++] = at;
        }
        return Arrays.copyOf(found, count);
    }

    int length() {
        return bytes.length;
    }

    /** Writes the record with this number, updated at this time, and returns where it ends. */
    int write(byte[] target, int at, int number, long millis) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return fill(target, at, number, millis);
    }

    /** Writes the number and the time over those of another record of this template. */
    int fill(byte[] target, int at, int number, long millis) {
        for (int place : numbers) {
            digits(target, at + place, 9, number);
        }
        for (int place : times) {
            time(target, at + place, millis);
        }
        return at + bytes.length;
    }

    private void time(byte[] target, int at, long millis) {
        if (millis / DAY_MILLIS != day) {
            day = millis / DAY_MILLIS;
            dayText = DAY.format(Instant.ofEpochMilli(millis)).getBytes(StandardCharsets.US_ASCII);
        }
        System.arraycopy(dayText, 0, target, at, dayText.length);
        int rest = (int) (millis % DAY_MILLIS);
        digits(target, at + 11, 2, rest / 3_600_000);
        digits(target, at + 14, 2, rest / 60_000 % 60);
        digits(target, at + 17, 2, rest / 1000 % 60);
        digits(target, at + 20, 3, rest % 1000);
    }

    static void digits(byte[] target, int at, int width, int number) {
        int rest = number;
        for (int i = at + width - 1; i >= at; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
