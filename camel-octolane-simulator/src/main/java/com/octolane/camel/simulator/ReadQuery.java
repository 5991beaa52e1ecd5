// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.List;
import java.util.Set;

/**
 * A list or search request, understood.
 *
 * @param scope the pipeline for opportunities, the object's plural for the rest: where custom fields are defined
 * @param fields what to show, empty for everything
 * @param filterText the filters as they came, for the cursor's fingerprint
 */
record ReadQuery(
        Kind kind,
        String scope,
        String stageId,
        String text,
        List<Condition> conditions,
        String filterText,
        SortKey sort,
        int limit,
        Set<String> fields,
        String cursor) {

    /** The part of the table that is read. */
    String partition() {
        return kind == Kind.OPPORTUNITY ? scope : "";
    }

    /** A cursor fits only a query with the same fingerprint. */
    String fingerprint() {
        return Cursor.digest(
                String.join("\n", scope, "" + stageId, "" + text, filterText, sort.toString(), "" + limit));
    }
}
