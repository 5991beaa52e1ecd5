// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * How the stub behaves.
 *
 * @param delayMillis how long after a call its answer is sent
 * @param records     how many records of each object can be read
 * @param pageSize    the most records on a page
 * @param stepMillis  how far apart two records that follow one another were updated
 * @param narrowing   what becomes of a chunk with a row whose name begins with BAD
 * @param bulkAnswer  what the answer to a bulk create tells of each row
 */
public record StubSettings(
        int delayMillis, int records, int pageSize, int stepMillis, Narrowing narrowing, BulkAnswer bulkAnswer) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** Whether chunks with a bad row are refused, and whether the error tells which rows are bad. */
    public enum Narrowing {
        none,
        named,
        unnamed
    }

    /** What stands in the list that answers a bulk create. */
    public enum BulkAnswer {
        /** The ids alone. */
        ids,
        /** The ids, and the domain, address or name of the row. */
        records
    }

    public StubSettings {
        if (delayMillis < 0 || records < 0 || records > 999_999_999 || pageSize < 1 || stepMillis < 1) {
            throw new IllegalArgumentException("out of range: delayMillis, records, pageSize or stepMillis");
        }
        narrowing = narrowing == null ? Narrowing.none : narrowing;
        bulkAnswer = bulkAnswer == null ? BulkAnswer.ids : bulkAnswer;
    }

    static StubSettings initial() {
        return new StubSettings(0, 1_000_000, 500, 1000, Narrowing.none, BulkAnswer.ids);
    }

    /**
     * These, but for what is said.
     *
     * @throws IOException where it is no JSON, or names what is no setting
     */
    StubSettings with(byte[] changes) throws IOException {
        var merged = JSON.valueToTree(this);
        return JSON.treeToValue(JSON.readerForUpdating(merged).readTree(changes), StubSettings.class);
    }

    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }
}
