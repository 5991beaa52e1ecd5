// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.client.OctolaneException;

/** Some rows of a bulk operation did not succeed, or its source broke. Carries what became of each row. */
public class OctolaneBulkException extends OctolaneException {

    private static final long serialVersionUID = 1L;

    private final transient BulkResult result;

    /** Rows did not succeed: the first one's reason is the cause. */
    public OctolaneBulkException(BulkResult result) {
        this(result, result.failures().get(0).error().cause());
    }

    /** The operation ended before its source did. */
    public OctolaneBulkException(BulkResult result, Throwable cause) {
        super(describe(result, cause), cause);
        this.result = result;
    }

    private static String describe(BulkResult result, Throwable cause) {
        String counts = result.failed() + " of " + result.total() + " records failed, " + result.unknown()
                + " have an unknown outcome";
        return result.failures().stream()
                .findFirst()
                .map(row -> counts + "; the first is row " + row.index() + ": " + row.error())
                .orElse(counts + "; ended early: " + cause.getMessage());
    }

    /** Whether a row succeeded or may have: then the operation must not be repeated as a whole. */
    @Override
    public boolean isMaybeProcessed() {
        // without a result, when it came from another JVM, nobody knows
        return result == null || result.succeeded() + result.unknown() > 0;
    }

    /** All rows, those that succeeded among them. */
    public BulkResult getResult() {
        return result;
    }
}
