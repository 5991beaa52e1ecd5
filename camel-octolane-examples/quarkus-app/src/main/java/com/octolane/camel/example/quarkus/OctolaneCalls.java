// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.client.CallStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;

/** How often the API was called, how many of these calls were repetitions, and how many it answered with 429. */
@ApplicationScoped
class OctolaneCalls {

    void count(@Observes CamelContextStartedEvent started, MeterRegistry registry) {
        CallStats stats = started.getContext()
                .getComponent("octolane", OctolaneComponent.class)
                .callStats();
        counter("octolane.calls", stats, CallStats::calls).register(registry);
        counter("octolane.retries", stats, CallStats::retries).register(registry);
        counter("octolane.rate.limited", stats, CallStats::rateLimitedCalls).register(registry);
    }

    private static FunctionCounter.Builder<CallStats> counter(
            String name, CallStats stats, ToDoubleFunction<CallStats> count) {
        return FunctionCounter.builder(name, stats, count);
    }
}
