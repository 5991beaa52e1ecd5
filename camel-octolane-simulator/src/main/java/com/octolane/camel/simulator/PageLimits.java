// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** How many records a page has when the request does not say, and at most. */
record PageLimits(int standard, int maximum) {

    int check(Integer wanted) {
        if (wanted == null) {
            return standard;
        }
        if (wanted < 1 || wanted > maximum) {
            throw ApiException.invalid("limit", "Limit must be from 1 to " + maximum);
        }
        return wanted;
    }
}
