// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.client.CallStats;
import com.octolane.camel.client.Caller;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.Pause;
import com.octolane.camel.client.RateLimiter;
import com.octolane.camel.client.RetryPolicy;
import com.octolane.camel.client.Transport;
import java.time.Duration;

/** A client whose wire is a method call, so that only what is computed is measured. */
final class Memory {

    private Memory() {}

    static OctolaneClient client(ObjectMapper json, Transport transport) {
        RetryPolicy never = new RetryPolicy(0, Duration.ZERO, Duration.ZERO, false, () -> 0);
        return new OctolaneClient(
                new Caller(
                        transport, "", new RateLimiter(System::nanoTime), new CallStats(), never, 0, new Pause(), json),
                json);
    }
}
