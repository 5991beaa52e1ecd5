// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/** Compares field names without regard to case, spaces and separators. */
final class Keys {

    private Keys() {}

    /** Lower case, without white space, {@code _}, {@code -}, {@code .} and a byte-order mark. */
    static String normalise(String key) {
        StringBuilder normalised = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '_'
                    && c != '-'
                    && c != '.'
                    && c != '\uFEFF'
                    && !Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)) {
                normalised.append(Character.toLowerCase(c));
            }
        }
        return normalised.toString();
    }
}
