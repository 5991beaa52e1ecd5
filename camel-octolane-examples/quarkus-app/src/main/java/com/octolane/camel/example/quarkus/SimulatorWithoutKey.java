// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import com.octolane.camel.simulator.OctolaneSimulator;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.quarkus.main.events.BeforeConfigure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a simulator where no key is set, and stops it with the application. With a key, the pipeline must be set too. */
@ApplicationScoped
class SimulatorWithoutKey {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorWithoutKey.class);
    private static final String COMPONENT = "camel.component.octolane.";

    @ConfigProperty(name = "OCTOLANE_API_KEY")
    Optional<String> key;

    @ConfigProperty(name = "OCTOLANE_PIPELINE_ID")
    Optional<String> pipeline;

    private OctolaneSimulator simulator;

    void configure(@Observes BeforeConfigure event) {
        if (key.filter(text -> !text.isBlank()).isPresent()) {
            // Camel leaves out a property whose variable is not set, and each lead would be refused
            pipeline.orElseThrow(() -> new IllegalArgumentException("OCTOLANE_PIPELINE_ID is not set"));
            return;
        }
        simulator = OctolaneSimulator.builder().start();
        Properties properties = new Properties();
        properties.setProperty(COMPONENT + "api-key", simulator.apiKey());
        properties.setProperty(COMPONENT + "base-url", simulator.baseUrl());
        properties.setProperty(COMPONENT + "pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID);
        event.getCamelContext().getPropertiesComponent().setOverrideProperties(properties);
        LOG.info("OCTOLANE_API_KEY is not set: leads go to a simulator at {}", simulator.baseUrl());
    }

    @PreDestroy
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
