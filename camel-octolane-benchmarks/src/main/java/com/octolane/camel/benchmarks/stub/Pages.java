// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of one object. The bytes of a page are written once for each size; a page copies them and puts in the numbers
 * and times of its records, so that a million records need no more memory than one page.
 */
final class Pages {

    private static final byte[] DEFINITIONS = ("],\"custom_field_definitions\":{"
                    + "\"region\":{\"current_name\":\"Region\",\"property_name\":\"custom__region\","
                    + "\"attribute_type\":\"string\",\"metadata\":null}}")
            .getBytes(StandardCharsets.US_ASCII);

    private final byte[] head;
    private final Template record;
    private final Map<Integer, byte[]> prepared = new HashMap<>();

    Pages(String plural) {
        head = ("{\"success\":true,\"message\":\"OK\",\"data\":{\"" + plural + "\":[")
                .getBytes(StandardCharsets.US_ASCII);
        record = new Template(Samples.of(plural));
    }

    /**
     * A page of all records.
     *
     * @param from   how many records come before it
     * @param oldest whether the oldest record comes first
     */
    byte[] page(int from, int limit, boolean oldest, StubSettings settings) {
        int size = Math.max(0, Math.min(limit, settings.records() - from));
        byte[] body = prepared.computeIfAbsent(size, this::prepare);
        boolean more = from + size < settings.records();
        byte[] tail = tail(more ? String.valueOf(from + size) : null, limit);
        byte[] page = new byte[body.length + tail.length];
        System.arraycopy(body, 0, page, 0, body.length);
        System.arraycopy(tail, 0, page, body.length, tail.length);
        int at = head.length;
        for (int i = from; i < from + size; i++) {
            int number = oldest ? i : settings.records() - 1 - i;
            at = record.fill(page, at, number, time(number, settings)) + 1;
        }
        return page;
    }

    private byte[] prepare(int size) {
        byte[] body = new byte[head.length + size * (record.length() + 1) - (size == 0 ? 0 : 1)];
        System.arraycopy(head, 0, body, 0, head.length);
        int at = head.length;
        for (int i = 0; i < size; i++) {
            at = record.write(body, at, 0, Template.EPOCH);
            if (i < size - 1) {
                body[at++] = ',';
            }
        }
        return body;
    }

    /** The records with these numbers, on one page. */
    byte[] of(List<Integer> numbers, int limit, StubSettings settings) {
        byte[] tail = tail(null, limit);
        byte[] page = new byte[head.length + numbers.size() * (record.length() + 1) + tail.length];
        System.arraycopy(head, 0, page, 0, head.length);
        int at = head.length;
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                page[at++] = ',';
            }
            int number = numbers.get(i);
            at = record.write(page, at, number, time(number, settings));
        }
        System.arraycopy(tail, 0, page, at, tail.length);
        return java.util.Arrays.copyOf(page, at + tail.length);
    }

    private static byte[] tail(String cursor, int limit) {
        String rest = cursor == null
                ? ",\"has_more\":false,\"next_cursor\":null,\"limit\":" + limit + "}}"
                : ",\"has_more\":true,\"next_cursor\":\"" + cursor + "\",\"limit\":" + limit + "}}";
        byte[] text = rest.getBytes(StandardCharsets.US_ASCII);
        byte[] tail = java.util.Arrays.copyOf(DEFINITIONS, DEFINITIONS.length + text.length);
        System.arraycopy(text, 0, tail, DEFINITIONS.length, text.length);
        return tail;
    }

    static long time(int number, StubSettings settings) {
        return Template.EPOCH + (long) number * settings.stepMillis();
    }
}
