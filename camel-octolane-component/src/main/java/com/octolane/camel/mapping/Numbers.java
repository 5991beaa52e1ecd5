// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads numbers as people write them. With both separators the last one is the decimal one. A single comma before
 * three digits groups, any other comma is decimal; a single point is always decimal, since a machine wrote it.
 */
final class Numbers {

    private static final Pattern DECORATION =
            Pattern.compile("^(?:[A-Z]{3}(?![A-Za-z])|\\p{Sc})|(?:(?<![A-Za-z])[A-Z]{3}|\\p{Sc})$");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?|\\.\\d{1,30}");
    private static final Pattern BY_COMMA = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern BY_POINT = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d*|\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,30},\\d{1,30}");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?[eE][+-]?\\d{1,2}");

    private Numbers() {}

    /** The number, or null where the text is none. */
    static BigDecimal parse(String source) {
        String text = source.strip();
        if (EXPONENT.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        boolean negative = text.startsWith("(") && text.endsWith(")");
        text = negative ? text.substring(1, text.length() - 1) : text;
        text = undecorated(text);
        if (text.startsWith("-") || text.startsWith("\u2212") || text.startsWith("+")) {
            negative ^= text.charAt(0) != '+';
            text = undecorated(text.substring(1));
        }
        BigDecimal number = unsigned(text.replaceAll("(?<=\\d)[\\s\\u00A0\\u202F'’](?=\\d{3})", ""));
        return number == null || !negative ? number : number.negate();
    }

    private static String undecorated(String text) {
        String before;
        String after = trim(text);
        do {
            before = after;
            after = trim(DECORATION.matcher(before).replaceFirst(""));
        } while (!after.equals(before));
        return after;
    }

    private static String trim(String text) {
        return text.replaceAll("^[\\s\\u00A0\\u202F]+|[\\s\\u00A0\\u202F]+$", "");
    }

    private static BigDecimal unsigned(String text) {
        if (PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (BY_COMMA.matcher(text).matches()) {
            return decimal(text.replace(",", ""));
        }
        if (BY_POINT.matcher(text).matches()) {
            return decimal(text.replace(".", "").replace(',', '.'));
        }
        return DECIMAL_COMMA.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }
}
