// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How a 429 says when to come back. */
public enum RetryAfterForm {
    NONE,
    SECONDS,
    DATE;

    /** The value of the header, never sooner than the wait is over. */
    Optional<String> header(Duration wait, Instant now) {
        return switch (this) {
            case NONE -> Optional.empty();
            case SECONDS -> Optional.of(Long.toString(Math.max(1, ceil(wait).toSeconds())));
            case DATE -> {
                Instant end = now.plus(wait);
                Instant second = end.truncatedTo(ChronoUnit.SECONDS);
                yield Optional.of(httpDate(second.equals(end) ? second : second.plusSeconds(1)));
            }
        };
    }

    static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Duration ceil(Duration wait) {
        return wait.getNano() == 0 ? wait : Duration.ofSeconds(wait.getSeconds() + 1);
    }
}
