// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.boot;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/** Starts a simulator where no key is set, and stops it with the application. */
final class SimulatorWithoutKey implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorWithoutKey.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String key = context.getEnvironment().getProperty("OCTOLANE_API_KEY", "");
        if (!key.isBlank()) {
            return;
        }
        OctolaneSimulator simulator = OctolaneSimulator.builder().start();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "simulator",
                        Map.of(
                                "OCTOLANE_API_KEY", simulator.apiKey(),
                                "OCTOLANE_BASE_URL", simulator.baseUrl(),
                                "OCTOLANE_PIPELINE_ID", OctolaneSimulator.DEFAULT_PIPELINE_ID)));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> simulator.close());
        LOG.info("OCTOLANE_API_KEY is not set: leads go to a simulator at {}", simulator.baseUrl());
    }
}
