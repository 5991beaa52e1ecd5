// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.math.BigDecimal;
import java.time.Instant;

/** Orders values of any JSON type: null first, then by type, then by value. */
final class Values {

    private Values() {}

    static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return decimal(x).compareTo(decimal(y));
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        if (a instanceof Instant x && b instanceof Instant y) {
            return x.compareTo(y);
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x.compareTo(y);
        }
        int byType = Integer.compare(rank(a), rank(b));
        return byType != 0 ? byType : a.toString().compareTo(b.toString());
    }

    /** The wanted value in the type of the actual one, where that makes sense; otherwise as it is. */
    static Object like(Object actual, Object wanted) {
        if (actual instanceof Instant) {
            Instant time = Timestamps.parse(wanted);
            return time == null ? wanted : time;
        }
        if (actual instanceof Number && wanted instanceof String text) {
            Instant time = Timestamps.parse(text);
            return time == null ? wanted : (Object) time.toEpochMilli();
        }
        return wanted;
    }

    static BigDecimal decimal(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return BigDecimal.valueOf(number.longValue());
        }
        return new BigDecimal(number.toString());
    }

    private static int rank(Object value) {
        if (value instanceof Boolean) {
            return 0;
        }
        if (value instanceof Number) {
            return 1;
        }
        if (value instanceof Instant) {
            return 2;
        }
        return value instanceof String ? 3 : 4;
    }
}
