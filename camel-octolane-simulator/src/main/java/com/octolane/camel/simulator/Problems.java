// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with a request beyond its schema; wrong values go before references to what does not exist. */
final class Problems {

    private final Map<String, String> invalid;
    private final Map<String, String> missing;
    private final String row;

    Problems() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), "");
    }

    private Problems(Map<String, String> invalid, Map<String, String> missing, String row) {
        this.invalid = invalid;
        this.missing = missing;
        this.row = row;
    }

    /** The same collection, for the fields of one row. */
    Problems under(String rowKey) {
        return new Problems(invalid, missing, rowKey);
    }

    void invalid(String field, String text) {
        invalid.put(key(field), text);
    }

    /** Something is wrong with the row as a whole. */
    void invalidRow(String text) {
        invalid.put(row, text);
    }

    void missing(String field, String text) {
        missing.put(key(field), text);
    }

    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(invalid);
        all.putAll(missing);
        return all;
    }

    void throwIfAny() {
        if (!invalid.isEmpty()) {
            throw ApiException.invalid(invalid);
        }
        if (!missing.isEmpty()) {
            throw ApiException.notFound(missing);
        }
    }

    private String key(String field) {
        return row.isEmpty() ? field : row + '.' + field;
    }
}
