// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

/**
 * Is given the rows of a bulk operation in the order of the input, as soon as each is settled. With a listener the
 * result keeps only the rows that did not succeed, so that an input may be endless.
 */
@FunctionalInterface
public interface BulkRowListener {

    /** Called by one thread at a time; an exception ends the operation, and the result has the rows from this one on. */
    void onRow(BulkResult.Row row);
}
