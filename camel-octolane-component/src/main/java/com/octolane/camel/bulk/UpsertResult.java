// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

/**
 * What an upsert did.
 *
 * @param id     the record's id, null where the API did not tell it
 * @param action what was done
 */
public record UpsertResult(String id, Action action) {

    /** What an upsert may do. */
    public enum Action {
        /** No record matched, so that one was created. */
        created,
        /** A record matched and got the values that it did not have. */
        updated,
        /** A record matched and had every value already: nothing was written. */
        unchanged
    }
}
