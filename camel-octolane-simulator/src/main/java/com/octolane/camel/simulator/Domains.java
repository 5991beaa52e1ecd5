// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.Locale;

/** How the simulator recognises that two spellings of a domain or an address mean the same one. */
final class Domains {

    private Domains() {}

    /** {@code " https://www.Acme.com/about "} becomes {@code "acme.com"}; the empty text when no host is left. */
    static String normalise(String domain) {
        String text = domain.strip().toLowerCase(Locale.ROOT);
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            text = text.substring(scheme + 3);
        }
        for (int i = 0; i < text.length(); i++) {
            if ("/?#:".indexOf(text.charAt(i)) >= 0) {
                text = text.substring(0, i);
                break;
            }
        }
        return text.startsWith("www.") ? text.substring(4) : text;
    }

    static boolean isHost(String normalised) {
        return !normalised.isEmpty() && normalised.chars().noneMatch(c -> Character.isWhitespace(c) || c == '@');
    }

    static String normaliseEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static String ofEmail(String normalisedEmail) {
        return normalise(normalisedEmail.substring(normalisedEmail.lastIndexOf('@') + 1));
    }
}
