// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.boot;

import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.client.CallStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A service that takes the leads of a web form. Without a key in the environment it works on a simulator. */
@SpringBootApplication
public class LeadApplication {

    public static void main(String[] args) {
        start(args);
    }

    static ConfigurableApplicationContext start(String... args) {
        SpringApplication application = new SpringApplication(LeadApplication.class);
        application.addInitializers(new SimulatorWithoutKey());
        return application.run(args);
    }

    /** How often the API was called, how many of these calls were repetitions, and how many it answered with 429. */
    @Bean
    MeterBinder octolaneCalls(CamelContext camel) {
        return registry -> {
            CallStats stats =
                    camel.getComponent("octolane", OctolaneComponent.class).callStats();
            counter("octolane.calls", stats, CallStats::calls).register(registry);
            counter("octolane.retries", stats, CallStats::retries).register(registry);
            counter("octolane.rate.limited", stats, CallStats::rateLimitedCalls).register(registry);
        };
    }

    private static FunctionCounter.Builder<CallStats> counter(
            String name, CallStats stats, ToDoubleFunction<CallStats> count) {
        return FunctionCounter.builder(name, stats, count);
    }
}
