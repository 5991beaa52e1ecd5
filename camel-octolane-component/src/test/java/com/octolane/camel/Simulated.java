// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.simulator.OctolaneSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A context whose component calls the simulator that the test class registers: an empty one for each test. */
@ExtendWith(GivenOptions.Resolver.class)
abstract class Simulated {

    OctolaneSimulator simulator;
    OctolaneComponent component;
    CamelContext context;
    ProducerTemplate template;

    @BeforeEach
    void startContext(OctolaneSimulator started, GivenOptions options) {
        simulator = started;
        component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setRetryDelay("1ms");
        context = new DefaultCamelContext();
        context.addComponent("octolane", component);
        options.set(context, component);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }
}
