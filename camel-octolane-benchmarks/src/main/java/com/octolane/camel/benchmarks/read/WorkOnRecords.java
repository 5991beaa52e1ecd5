// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.octolane.camel.benchmarks.Setting;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the users of all readers do with a record: count it, see that it is one, and, once warm, be busy for a while. */
final class WorkOnRecords {

    private final long busyNanosOnceWarm;
    private volatile long busyNanos;
    private CountDownLatch end;
    private long count;
    private long wanted;

    WorkOnRecords(Setting setting) {
        busyNanosOnceWarm = TimeUnit.MICROSECONDS.toNanos(Long.parseLong(setting.more("workMicros")));
    }

    void warm() {
        busyNanos = busyNanosOnceWarm;
    }

    void expect(long records) {
        count = 0;
        wanted = records;
        end = new CountDownLatch(1);
    }

    /** Called by one thread at a time. */
    void see(Map<?, ?> record) {
        if (record.get("id") == null) {
            throw new IllegalStateException("no record: " + record);
        }
        long busy = busyNanos;
        if (busy > 0) {
            long until = System.nanoTime() + busy;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
        count++;
        if (count == wanted) {
            end.countDown();
        }
    }

    boolean done() {
        return count >= wanted;
    }

    /** @throws IllegalStateException when not all records came within two minutes, or more came */
    void await() throws InterruptedException {
        end.await(2, TimeUnit.MINUTES);
        if (count != wanted) {
            throw new IllegalStateException(count + " records came, not " + wanted);
        }
    }
}
