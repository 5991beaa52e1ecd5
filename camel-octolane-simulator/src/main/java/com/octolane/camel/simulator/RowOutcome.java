// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** What became of a row: a record as the API shows it, or the texts of what is wrong by field. */
record RowOutcome(BulkRow row, Map<String, Object> data, Map<String, String> errors) {

    boolean isGood() {
        return errors.isEmpty();
    }

    /** The first error in words. */
    String message() {
        return errors.values().iterator().next();
    }

    /** An entry that says which row it is about: its place, and the id where the caller gave one. */
    Map<String, Object> entry() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("index", row.index());
        if (!row.key().startsWith("[")) {
            entry.put(CrmRecord.ID, row.key());
        }
        return entry;
    }
}
