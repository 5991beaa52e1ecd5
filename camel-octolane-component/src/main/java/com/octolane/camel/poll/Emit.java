// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a consumer emits, and the field that orders it. */
public enum Emit {
    /** What was created or updated since the position. */
    CHANGED("updated_at"),
    /** What was created since the position; a later update of the same record is not emitted. */
    NEW("created_at"),
    /** Everything, at every poll; there is no position. */
    ALL("created_at");

    private final String field;

    Emit(String field) {
        this.field = field;
    }

    /** The API's field whose order is the order of delivery. */
    public String field() {
        return field;
    }

    /**
     * @param name the value of the option, in any case
     * @throws IllegalArgumentException when there is no such value; the message lists the valid ones
     */
    public static Emit of(String name) {
        for (Emit each : values()) {
            if (each.name().equalsIgnoreCase(name.trim())) {
                return each;
            }
        }
        throw new IllegalArgumentException("Unknown emit '" + name + "'. Valid: "
                + Arrays.stream(values())
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /**
     * Places a record in time.
     *
     * @throws OctolaneException when the record has no id or no readable timestamp to place it by; never with ALL
     */
    Change change(Map<String, Object> source) {
        Object id = source.get("id");
        if (this == ALL) {
            return new Change(
                    id == null ? null : id.toString(),
                    Timestamps.orNull(source.get("created_at")),
                    Timestamps.orNull(source.get("updated_at")),
                    null,
                    false,
                    source);
        }
        if (id == null || id.toString().isBlank()) {
            throw new OctolaneException("A record without an id cannot be delivered by position (emit=" + this + ")."
                    + " Its keys: " + source.keySet() + ". Read with emit=all instead.");
        }
        Instant created = Timestamps.read("created_at", id, source.get("created_at"));
        Instant updated = Timestamps.read("updated_at", id, source.get("updated_at"));
        Instant own = this == NEW ? created : updated;
        // a record that was never updated may lack updated_at: then its creation is its only version
        Instant time = own == null ? created : own;
        if (time == null) {
            throw new OctolaneException("Record " + id + " has neither " + field + " nor created_at, so that a position"
                    + " cannot say whether it was delivered (emit=" + this + "). Read with emit=all instead.");
        }
        return new Change(id.toString(), created, updated, time, own != null, source);
    }
}
