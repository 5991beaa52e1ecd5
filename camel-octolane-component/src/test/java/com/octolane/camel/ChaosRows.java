// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The input of a chaos run: rows of one object, some of them bad, some with the natural key of an earlier row. What a
 * row writes is known by its tag, a text in one of its fields.
 */
final class ChaosRows {

    /**
     * One row.
     *
     * @param key the natural key, which other rows may share
     * @param tag what its record holds in the field {@link #tagField}
     * @param bad whether the component or the API has to refuse it
     */
    record Row(Map<String, Object> record, String key, String tag, boolean bad) {}

    private static final int BAD_PER_THOUSAND = 5;
    private static final int REPEATED_PERCENT = 3;

    private final OctolaneObject object;
    private final Random random;
    private final List<Row> rows = new ArrayList<>();

    ChaosRows(OctolaneObject object, long seed, int size) {
        this.object = object;
        this.random = new Random(seed);
        while (rows.size() < size) {
            rows.add(next());
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<Object> records() {
        return rows.stream().map(Row::record).map(Object.class::cast).toList();
    }

    /** The field by which records of the object are recognised; every row has its own for objects without any. */
    String keyField() {
        return switch (object) {
            case opportunity -> "name";
            case account -> "domain";
            case contact -> "email";
            case note -> "subject";
            case activity -> "title";
        };
    }

    String tagField() {
        return switch (object) {
            case opportunity -> "next_steps";
            case account -> "industry";
            case contact -> "job_title";
            case note -> "text";
            case activity -> "description";
        };
    }

    private Row next() {
        int number = rows.size();
        boolean bad = random.nextInt(1000) < BAD_PER_THOUSAND;
        Row earlier = !rows.isEmpty() && random.nextInt(100) < REPEATED_PERCENT
                ? rows.get(random.nextInt(rows.size()))
                : null;
        String key = earlier == null || earlier.bad() || bad ? key(number) : earlier.key();
        // now and then the same row comes twice, with nothing new in it
        boolean same = key.equals(earlier == null ? null : earlier.key()) && random.nextBoolean();
        String tag = same ? earlier.tag() : "tag " + number;
        return new Row(record(key, tag, bad), key, tag, bad);
    }

    private String key(int number) {
        return switch (object) {
            case account -> "chaos" + number + ".com";
            case contact -> "p" + number + "@chaos" + number % 50 + ".com";
            default -> "Row " + number;
        };
    }

    private Map<String, Object> record(String key, String tag, boolean bad) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put(keyField(), key);
        record.put(tagField(), tag);
        switch (object) {
            case opportunity -> record.put("stage_name", bad ? "Nowhere" : "Lead");
            case account -> record.put("founded", bad ? "long ago" : 1999);
            case contact -> record.put("twitter_followers", bad ? "many" : 12);
            case activity -> record.put("activity_type", bad ? "DANCE" : "CALL");
            case note -> {
                if (bad) {
                    record.clear();
                }
            }
        }
        return record;
    }
}
