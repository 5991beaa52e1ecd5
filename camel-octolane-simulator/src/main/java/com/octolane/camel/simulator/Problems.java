// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with a request beyond its schema; wrong values go before references to what does not exist. */
final class Problems {

    private final Map<String, String> invalid;
    private final Map<String, String> missing;
    private final String prefix;

    Problems() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), "");
    }

    private Problems(Map<String, String> invalid, Map<String, String> missing, String prefix) {
        this.invalid = invalid;
        this.missing = missing;
        this.prefix = prefix;
    }

    /** The same collection, for the fields of one row. */
    Problems under(String rowPrefix) {
        return new Problems(invalid, missing, rowPrefix);
    }

    void invalid(String field, String text) {
        invalid.put(prefix + field, text);
    }

    void missing(String field, String text) {
        missing.put(prefix + field, text);
    }

    void throwIfAny() {
        if (!invalid.isEmpty()) {
            throw ApiException.invalid(invalid);
        }
        if (!missing.isEmpty()) {
            throw ApiException.notFound(missing);
        }
    }
}
