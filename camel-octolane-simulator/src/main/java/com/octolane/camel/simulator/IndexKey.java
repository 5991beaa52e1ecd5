// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** Where a record stands in an order: by the value of the sort field, equal ones by id. */
record IndexKey(Object value, String id) implements Comparable<IndexKey> {

    @Override
    public int compareTo(IndexKey other) {
        int byValue = Values.compare(value, other.value);
        return byValue != 0 ? byValue : id.compareTo(other.id);
    }
}
