// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.OctolaneObject.account;
import static com.octolane.camel.OctolaneObject.activity;
import static com.octolane.camel.OctolaneObject.contact;
import static com.octolane.camel.OctolaneObject.note;
import static com.octolane.camel.OctolaneObject.opportunity;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a producer does. A constant is spelt as in an endpoint URI. */
// assumption A-31
public enum OctolaneOperation {
    create(opportunity, account, contact, note, activity),
    bulkCreate(opportunity, account, contact, note, activity),
    update(opportunity, account, contact),
    bulkUpdate(opportunity, account, contact),
    upsert(opportunity, account, contact),
    bulkUpsert(opportunity, account, contact),
    get(opportunity, account, contact),
    list(opportunity, account, contact),
    search(opportunity, account, contact),
    listFields(opportunity, account, contact),
    createFields(opportunity, account, contact),
    updateFields(opportunity, account, contact),
    listStages(opportunity),
    createStages(opportunity);

    private final Set<OctolaneObject> objects;

    OctolaneOperation(OctolaneObject first, OctolaneObject... others) {
        this.objects = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** Whether it looks records up by a natural key and creates those that are not there. */
    public boolean isUpsert() {
        return this == upsert || this == bulkUpsert;
    }

    /** The objects that the API offers this operation for. */
    public Set<OctolaneObject> objects() {
        return objects;
    }

    /**
     * @param name the name of an operation, in any case
     * @throws IllegalArgumentException when there is no such operation; the message lists the valid ones
     */
    public static OctolaneOperation of(String name) {
        for (OctolaneOperation each : values()) {
            if (each.name().equalsIgnoreCase(name.trim())) {
                return each;
            }
        }
        throw new IllegalArgumentException("Unknown Octolane operation '" + name + "'. Valid operations: "
                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** @throws IllegalArgumentException when the object lacks this operation; the message lists those that it has */
    public void requireSupportFor(OctolaneObject object) {
        if (!objects.contains(object)) {
            throw new IllegalArgumentException("Octolane has no operation '" + this + "' for the object '" + object
                    + "'. Valid operations for it: "
                    + Arrays.stream(values())
                            .filter(each -> each.objects.contains(object))
                            .map(Enum::name)
                            .collect(Collectors.joining(", ")));
        }
    }
}
