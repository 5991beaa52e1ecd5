// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/**
 * Where a source field goes.
 *
 * @param field  the API's field, or null
 * @param custom the name of the custom attribute, or null
 * @param rank   0 for a mapping of the user's, 1 for a preset, 2 for an exact name, 3 for an alias; the lower one wins
 * @param kind   what to do
 */
record Target(Kind kind, Field field, String custom, int rank) {

    enum Kind {
        FIELD,
        CUSTOM,
        /** An object of the API's nested shape, whose fields stand for themselves. */
        PART,
        /** An object whose fields are all custom. */
        CUSTOM_PART,
        /** Another object of the source, some of whose fields are of use. */
        RELATION,
        /** The people of a deal, as Salesforce nests them. */
        CONTACT_ROLES,
        IGNORED,
        ID,
        UNKNOWN
    }

    static Target to(Field field, int rank) {
        return new Target(Kind.FIELD, field, null, rank);
    }

    static Target toCustom(String name, int rank) {
        return new Target(Kind.CUSTOM, null, name, rank);
    }

    static final Target PART = new Target(Kind.PART, null, null, 0);
    static final Target CUSTOM_PART = new Target(Kind.CUSTOM_PART, null, null, 0);
    static final Target RELATION = new Target(Kind.RELATION, null, null, 0);
    static final Target CONTACT_ROLES = new Target(Kind.CONTACT_ROLES, null, null, 0);
    static final Target IGNORED = new Target(Kind.IGNORED, null, null, 0);
    /** No rule knows the field, and {@code unmapped=ignore}. */
    static final Target LEFT_OUT = new Target(Kind.IGNORED, null, null, 4);

    static final Target ID = new Target(Kind.ID, null, null, 0);
    /** An id, if it has the form of the API's ids: those of Salesforce have not. */
    static final Target OWN_ID = new Target(Kind.ID, null, null, 1);

    static final Target UNKNOWN = new Target(Kind.UNKNOWN, null, null, 0);
}
