// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The five kinds of records of the Octolane API. A constant is spelt as in an endpoint URI. */
public enum OctolaneObject {
    opportunity("opportunities"),
    account("accounts"),
    contact("contacts"),
    note("notes"),
    activity("activities");

    private final String plural;

    OctolaneObject(String plural) {
        this.plural = plural;
    }

    /** The name in API paths and the key of the list in answers, for example {@code opportunities}. */
    public String plural() {
        return plural;
    }

    /** Whether the API has read, search, update and field endpoints for this object. */
    public boolean isReadable() {
        return this == opportunity || this == account || this == contact;
    }

    /** The field by which the API itself recognises a record: {@code domain}, {@code email}, or null where it has none. */
    public String naturalKey() {
        return switch (this) {
            case account -> "domain";
            case contact -> "email";
            default -> null;
        };
    }

    /** Whether creating the same record twice gives the same record. */
    public boolean isCreateRepeatable() {
        // assumption A-03
        return naturalKey() != null;
    }

    /**
     * @param name the name of an object, in any case
     * @throws IllegalArgumentException when there is no such object; the message lists the valid ones
     */
    public static OctolaneObject of(String name) {
        for (OctolaneObject each : values()) {
            if (each.name().equals(name.trim().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new IllegalArgumentException("Unknown Octolane object '" + name + "'. Valid objects: "
                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
