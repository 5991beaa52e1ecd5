// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import com.octolane.camel.simulator.OctolaneSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts a simulator before the application, tells it the address, and puts it into the tests' fields. */
public class SimulatedCrm implements QuarkusTestResourceLifecycleManager {

    private OctolaneSimulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = OctolaneSimulator.builder().start();
        return Map.of(
                "OCTOLANE_API_KEY", simulator.apiKey(),
                "OCTOLANE_BASE_URL", simulator.baseUrl(),
                "OCTOLANE_PIPELINE_ID", OctolaneSimulator.DEFAULT_PIPELINE_ID);
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
