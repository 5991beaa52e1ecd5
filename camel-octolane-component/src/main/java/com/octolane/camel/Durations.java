// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.apache.camel.CamelContext;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;

/** Reads durations in Camel's forms: {@code 30s}, {@code PT30S}, {@code 30000}. */
final class Durations {

    private Durations() {}

    /** @throws IllegalArgumentException naming the option and the valid forms */
    static Duration parse(CamelContext context, String option, String text) {
        try {
            TypeConverter converter = context.getTypeConverter();
            String trimmed = text.strip();
            Duration duration = trimmed.toUpperCase(java.util.Locale.ROOT).startsWith("P")
                    ? Duration.parse(trimmed)
                    : Duration.ofMillis(converter.mandatoryConvertTo(Long.class, trimmed));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException
                | TypeConversionException
                | org.apache.camel.NoTypeConversionAvailableException e) {
            throw invalid(option, text, e);
        }
        throw invalid(option, text, null);
    }

    private static IllegalArgumentException invalid(String option, String text, Exception cause) {
        return new IllegalArgumentException(
                "The option " + option + " is '" + text + "': expected a duration such as 30s, PT30S or 30000", cause);
    }
}
