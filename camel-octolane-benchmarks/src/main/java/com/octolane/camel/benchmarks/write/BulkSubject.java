// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.bulk.BulkResult;

/** Hands many rows to one bulk operation, from one thread. */
abstract class BulkSubject extends CamelSubject {

    private int next;

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        arrivals().begin();
        long since = System.nanoTime();
        BulkResult result = send(body(next, (int) records)).getMessage().getBody(BulkResult.class);
        latencies.done(since);
        next += (int) records;
        if (result.total() != records || !result.rows().stream().allMatch(this::isRight)) {
            throw new IllegalStateException("Not every row is as it should be: " + result);
        }
        verify(records);
    }

    abstract Object body(int from, int count);

    abstract boolean isRight(BulkResult.Row row);

    /** Compares with the stub's counts. */
    abstract void verify(long records) throws Exception;
}
