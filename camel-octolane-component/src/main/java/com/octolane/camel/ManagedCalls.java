// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.CallStats;
import org.apache.camel.api.management.ManagedAttribute;

/** What JMX tells of the calls of an endpoint, or of all endpoints of a component. */
public interface ManagedCalls {

    CallStats callStats();

    @ManagedAttribute(description = "Calls that were sent, repetitions included")
    default long getCalls() {
        return callStats().calls();
    }

    @ManagedAttribute(description = "Calls that repeated one that had failed")
    default long getRetries() {
        return callStats().retries();
    }

    @ManagedAttribute(description = "Calls that the API answered with 429")
    default long getRateLimitedCalls() {
        return callStats().rateLimitedCalls();
    }

    @ManagedAttribute(description = "Milliseconds that threads waited for their turn or before a repetition")
    default long getTimeWaited() {
        return callStats().timeWaited().toMillis();
    }

    @ManagedAttribute(description = "The newest call that failed for good: when, and why")
    default String getLastCallFailure() {
        CallStats.Failure failure = callStats().lastFailure();
        return failure == null ? null : failure.toString();
    }
}
