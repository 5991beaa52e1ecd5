// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;

/** Reads durations in Camel's forms: {@code 30s}, {@code PT30S}, {@code 30000}. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(?i)\\d+|p.+|(\\d+\\s*[a-z]+\\s*)+");

    private Durations() {}

    /** @throws IllegalArgumentException naming the option and the valid forms */
    static Duration parse(String option, String text) {
        Exception cause = null;
        try {
            if (!FORM.matcher(text.strip()).matches()) {
                // Camel's parser takes some words for zero
                throw new IllegalArgumentException("not a duration");
            }
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
