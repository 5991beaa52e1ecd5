// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a scan finds what is new. */
public enum ScanMode {
    /** {@link #FILTER}; where the API refuses that filter or sort, {@link #NEWEST_FIRST} from then on. */
    AUTO("auto"),
    /** Asks for records from the position on, oldest first. */
    FILTER("filter"),
    /** Reads from the newest record back to the position, then delivers oldest first. */
    NEWEST_FIRST("newestFirst");

    private final String option;

    ScanMode(String option) {
        this.option = option;
    }

    /**
     * @param name the value of the option, in any case
     * @throws IllegalArgumentException when there is no such value; the message lists the valid ones
     */
    public static ScanMode of(String name) {
        for (ScanMode each : values()) {
            if (each.option.equalsIgnoreCase(name.trim())) {
                return each;
            }
        }
        throw new IllegalArgumentException("Unknown scan '" + name + "'. Valid: "
                + Arrays.stream(values()).map(m -> m.option).collect(Collectors.joining(", ")));
    }
}
