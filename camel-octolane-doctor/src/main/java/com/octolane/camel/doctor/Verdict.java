// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

/** What a run found out about an assumption. */
enum Verdict {
    HOLDS("HOLDS", "green"),
    DIFFERS("DIFFERS", "red"),
    NOT_TESTED("NOT TESTED", "yellow");

    private final String label;
    private final String colour;

    Verdict(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    /** As reports write it. */
    String label() {
        return label;
    }

    /** A colour of the terminal. */
    String colour() {
        return colour;
    }
}
