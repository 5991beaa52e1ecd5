// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus.it;

import com.octolane.camel.simulator.OctolaneSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts a simulator before the application, tells it the address, and puts it into the tests' fields. */
public class SimulatedCrm implements QuarkusTestResourceLifecycleManager {

    private OctolaneSimulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = OctolaneSimulator.builder().start();
        return Map.of("camel.component.octolane.base-url", simulator.baseUrl());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(OctolaneSimulator.class));
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
