// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** What a page is ordered by; equal values follow each other by id. */
record SortKey(String field, boolean ascending) {

    static final SortKey DEFAULT = new SortKey(CrmRecord.UPDATED_AT, false);

    @Override
    public String toString() {
        return field + (ascending ? ":asc" : ":desc");
    }
}
