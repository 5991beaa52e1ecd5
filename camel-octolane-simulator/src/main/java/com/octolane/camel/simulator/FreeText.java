// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.List;
import java.util.Locale;

/** Free text is looked for in a record's name, domain and e-mail address, in any case. */
final class FreeText {

    private static final List<String> FIELDS = List.of("name", "domain", "email");

    private FreeText() {}

    static boolean matches(CrmRecord candidate, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (String field : FIELDS) {
            String actual = candidate.text(field);
            if (actual != null && actual.toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return wanted.isEmpty();
    }
}
