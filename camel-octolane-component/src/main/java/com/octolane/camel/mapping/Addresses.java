// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells e-mail addresses, domains and UUIDs from other texts; all in lower case. */
final class Addresses {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*://");

    private Addresses() {}

    /** Whether there is something before a single @ and a name with an inner point behind it. */
    static boolean isEmail(String text) {
        int at = -1;
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ' ', '\t', '\n', '\f', '\r', '\u000B', '<', '>', ',', ';', '"' -> {
                    return false;
                }
                case '@' -> {
                    if (at >= 0) {
                        return false;
                    }
                    at = i;
                }
                case '.' -> point = i;
                default -> {
                    // any other sign may stand in an address
                }
            }
        }
        return at > 0 && point > at + 1 && point < text.length() - 1;
    }

    static boolean isUuid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() == 36;
    }

    /** Without scheme, credentials, port, path and a leading www. */
    static String hostOf(String address) {
        int from = 0;
        if (address.indexOf("://") > 0) {
            Matcher scheme = SCHEME.matcher(address);
            from = scheme.lookingAt() ? scheme.end() : 0;
        }
        int to = from;
        while (to < address.length() && "/?#".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        from = Math.max(from, address.lastIndexOf('@', to - 1) + 1);
        int port = to;
        while (port > from && Character.isDigit(address.charAt(port - 1))) {
            port--;
        }
        to = port > from && address.charAt(port - 1) == ':' ? port - 1 : to;
        from = address.startsWith("www.", from) ? from + 4 : from;
        to = to > from && address.charAt(to - 1) == '.' ? to - 1 : to;
        return from < to ? address.substring(from, to) : "";
    }

    /** Whether it is names of letters, digits and inner hyphens with points between them. */
    static boolean isDomain(String text) {
        boolean hasPoint = false;
        int before = '.';
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c == '.') {
                if (before == '.' || before == '-') {
                    return false;
                }
                hasPoint = true;
            } else if (c == '-') {
                if (before == '.') {
                    return false;
                }
            } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                c = text.codePointAt(i);
                i += Character.charCount(c) - 1;
                if (!isLetterOrNumber(c)) {
                    return false;
                }
            }
            before = c;
        }
        return hasPoint && before != '.' && text.length() <= 253;
    }

    private static boolean isLetterOrNumber(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER;
    }
}
