// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

/** Lines of {@code application.properties}. */
final class Lines {

    static final String NEWEST_FIRST = of("scan", "newestFirst");

    private Lines() {}

    /** @param option as it stands in the properties, in lower case with hyphens */
    static String of(String option, Object value) {
        return "camel.component.octolane." + option + " = " + value;
    }
}
