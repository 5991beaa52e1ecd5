// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends at once when the context stops. Holds no lock while it waits. */
public final class Pause {

    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Waits.
     *
     * @throws OctolaneException when the wait was cut short by {@link #stop()} or by an interrupt
     */
    public void await(Duration time) {
        try {
            if (stopped.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new OctolaneException("Stopped while waiting to call Octolane");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OctolaneException("Interrupted while waiting to call Octolane", e);
        }
    }

    /** Ends all waits, now and later. */
    public void stop() {
        stopped.countDown();
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
