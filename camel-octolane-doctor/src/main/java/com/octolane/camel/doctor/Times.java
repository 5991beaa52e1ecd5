// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Moments in records. */
final class Times {

    private Times() {}

    /** @return null where the node holds none */
    static Instant of(JsonNode node) {
        try {
            return node.isIntegralNumber()
                    ? Instant.ofEpochMilli(node.longValue())
                    : OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException e) {
            // some other text: callers say that it is none
            return null;
        }
    }
}
