// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneException;
import java.util.List;
import java.util.Map;

/**
 * What became of each record of a bulk operation, in the order of the input.
 *
 * <p>{@link #rows()} holds one row for each record that was read. When a {@link BulkRowListener} took the rows, it
 * holds only those that did not succeed; the counts always cover all.
 */
public final class BulkResult {

    /** What became of a record. */
    public enum Status {
        /** The API has it. */
        SUCCEEDED,
        /** The API does not have it, and {@link Row#error()} tells why. */
        FAILED,
        /** No answer tells whether the API has it, and no look-up could settle it. */
        UNKNOWN
    }

    /**
     * Why a row did not succeed.
     *
     * @param message one sentence
     * @param errors  what is said of each field, empty where nothing is
     * @param cause   the exception behind it
     */
    public record RowError(String message, Map<String, Object> errors, OctolaneException cause) {

        static RowError of(OctolaneException cause) {
            return cause instanceof OctolaneApiException api
                    ? new RowError(api.getApiMessage(), api.getErrors(), cause)
                    : new RowError(cause.getMessage(), Map.of(), cause);
        }

        /** The message with the errors of the fields. */
        @Override
        public String toString() {
            return errors.isEmpty() ? message : message + " " + errors;
        }
    }

    /**
     * One record of the input.
     *
     * @param index  its place in the input, from 0
     * @param record the record as the source gave it; null for a success beyond the first
     *               {@value BulkWriter#KEPT_RECORDS} rows, so that memory does not grow with the input
     * @param id     the API's id, null where it is not known
     * @param error  why it did not succeed, null for a success
     * @param action what an upsert did, null for other operations and where it did not succeed
     */
    public record Row(int index, Status status, Object record, String id, RowError error, UpsertResult.Action action) {

        Row(int index, Status status, Object record, String id, RowError error) {
            this(index, status, record, id, error, null);
        }

        boolean succeeded() {
            return status == Status.SUCCEEDED;
        }

        Row withoutRecord() {
            return new Row(index, status, null, id, error, action);
        }

        /** The same row, of a record whose id is known anyway. */
        Row of(UpsertResult.Action done, String knownId) {
            return new Row(index, status, record, id == null ? knownId : id, error, done);
        }
    }

    private final List<Row> rows;
    private final int succeeded;
    private final int failed;
    private final int unknown;

    BulkResult(List<Row> rows, int succeeded, int failed, int unknown) {
        this.rows = List.copyOf(rows);
        this.succeeded = succeeded;
        this.failed = failed;
        this.unknown = unknown;
    }

    /** How many records were read. */
    public int total() {
        return succeeded + failed + unknown;
    }

    public int succeeded() {
        return succeeded;
    }

    public int failed() {
        return failed;
    }

    public int unknown() {
        return unknown;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The rows that did not succeed: the failed and the unknown ones. */
    public List<Row> failures() {
        return rows.stream().filter(row -> !row.succeeded()).toList();
    }

    @Override
    public String toString() {
        return "BulkResult[total=" + total() + ", succeeded=" + succeeded + ", failed=" + failed + ", unknown="
                + unknown + "]";
    }
}
