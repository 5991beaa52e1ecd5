// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads numbers as people write them, and refuses what can be read in two ways: an amount that is wrong by a factor of
 * a thousand is worse than a record that fails. With both separators the last one is the decimal one. A comma before
 * three digits groups, as in 12,500, any other comma is decimal. A single point before exactly three digits is refused:
 * 12.500 is twelve and a half for a machine, and a thousand times that for half of Europe.
 */
final class Numbers {

    /** Longer texts are no numbers, and cost time. */
    private static final int LONGEST = 60;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final String SPACE = "[\\s\\u00A0\\u2007\\u2009\\u202F]";
    private static final Pattern DECORATION =
            Pattern.compile("^(?:([A-Z]{3})(?![A-Za-z])|\\p{Sc})|(?:(?<![A-Za-z])([A-Z]{3})|\\p{Sc})$");
    private static final Pattern GROUPED =
            Pattern.compile("[1-9]\\d{0,2}(?:(?:" + SPACE + "\\d{3})+|(?:['\u2019]\\d{3})+)(?:[.,]\\d{1,30})?");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30}");
    private static final Pattern BY_COMMA = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d{0,30})?");
    private static final Pattern BY_POINT =
            Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+,\\d{0,30}|[1-9]\\d{0,2}(\\.\\d{3}){2,}");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,30},\\d{1,30}");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?[eE][+-]?\\d{1,2}");

    private Numbers() {}

    /** The number, or null where the text is none or can be read in two ways. */
    static BigDecimal parse(String source) {
        String text = trim(source);
        if (text.length() > LONGEST) {
            return null;
        }
        if (isPlain(text)) {
            return isAmbiguous(text) ? null : decimal(text);
        }
        if (EXPONENT.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        boolean bracketed = text.startsWith("(") && text.endsWith(")") && text.length() > 2;
        text = undecorated(bracketed ? text.substring(1, text.length() - 1) : text);
        boolean negative = bracketed;
        if (!bracketed && (text.startsWith("-") || text.startsWith("\u2212") || text.startsWith("+"))) {
            negative = text.charAt(0) != '+';
            text = undecorated(text.substring(1));
        }
        BigDecimal number = unsigned(text);
        return number == null || !negative ? number : number.negate();
    }

    /** Whether the text is nothing but digits, and few enough for a long. */
    static boolean isCount(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 18;
    }

    /** What machines write: digits with at most one point. Most numbers are such, and need no patterns. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && !isDigit(c)) {
                return false;
            }
        }
        return points <= 1 && text.length() > points && text.length() <= 30;
    }

    /** Whether a single point stands before exactly three digits, and after one to three. */
    private static boolean isAmbiguous(String text) {
        int point = text.indexOf('.');
        return point >= 1 && point <= 3 && point == text.length() - 4 && text.charAt(0) != '0';
    }

    private static String undecorated(String text) {
        String rest = trim(text);
        if (!rest.isEmpty() && isDigit(rest.charAt(0)) && isDigit(rest.charAt(rest.length() - 1))) {
            return rest;
        }
        Matcher decoration = DECORATION.matcher(rest);
        while (decoration.find()) {
            String code = decoration.group(1) == null ? decoration.group(2) : decoration.group(1);
            // three other letters may be a unit: 5 MIO is not 5
            if (code != null && !CURRENCIES.contains(code)) {
                break;
            }
            rest = trim(decoration.replaceFirst(""));
            decoration = DECORATION.matcher(rest);
        }
        return rest;
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static BigDecimal unsigned(String text) {
        if (GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replaceAll(SPACE + "|['\u2019]", "").replace(',', '.'));
        }
        if (PLAIN.matcher(text).matches()) {
            return isAmbiguous(text) ? null : decimal(text);
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
