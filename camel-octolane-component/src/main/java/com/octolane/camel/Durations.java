// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.time.Duration;
import org.apache.camel.util.TimeUtils;

/** Reads durations in Camel's forms: {@code 30s}, {@code PT30S}, {@code 30000}. */
final class Durations {

    private Durations() {}

    /** @throws IllegalArgumentException naming the option and the valid forms */
    static Duration parse(String option, String text) {
        Exception cause = null;
        try {
            Duration duration = Duration.ofMillis(TimeUtils.toMilliSeconds(text.strip()));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (RuntimeException e) {
            // Camel's parser throws several types
            cause = e;
        }
        throw new IllegalArgumentException(
                "The option " + option + " is '" + text + "': expected a duration such as 30s, PT30S or 30000", cause);
    }
}
