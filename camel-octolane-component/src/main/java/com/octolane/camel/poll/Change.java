// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import java.time.Instant;
import java.util.Map;

/**
 * One version of a record, placed in time.
 *
 * @param id        the record's id; null only with emit=all
 * @param createdAt null where the record has none
 * @param updatedAt null where the record has none
 * @param time      the instant that orders deliveries and tells versions apart; null with emit=all
 * @param dated     whether {@code time} is the field that the API was asked to sort by; false where it had to be
 *                  taken from {@code created_at} because {@code updated_at} is missing
 * @param source    the record as the API wrote it
 */
public record Change(
        String id, Instant createdAt, Instant updatedAt, Instant time, boolean dated, Map<String, Object> source) {

    @Override
    public String toString() {
        // without the source: it is somebody's data
        return "Change[" + id + " at " + time + "]";
    }
}
