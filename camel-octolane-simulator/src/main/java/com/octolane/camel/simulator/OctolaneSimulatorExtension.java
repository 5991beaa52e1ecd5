// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a simulator around tests: {@code @RegisterExtension static OctolaneSimulatorExtension octolane = OctolaneSimulatorExtension.of(
 * OctolaneSimulator.builder())}. In a static field one simulator serves the whole class and is reset before each test; in an instance
 * field each test gets its own. A test may also take the {@link OctolaneSimulator} as a parameter.
 *
 * <p>JUnit's configuration parameter {@value #WORLD} (a system property will do) names {@link Difference differences}, separated by commas:
 * then every test begins in that world.
 */
public final class OctolaneSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    /** The configuration parameter that names the world. */
    public static final String WORLD = "octolane.world";

    private final OctolaneSimulator.Builder builder;
    private OctolaneSimulator simulator;
    private boolean sharedByClass;

    private OctolaneSimulatorExtension(OctolaneSimulator.Builder builder) {
        this.builder = builder;
    }

    public static OctolaneSimulatorExtension of(OctolaneSimulator.Builder builder) {
        return new OctolaneSimulatorExtension(builder);
    }

    /** The running simulator; there is none before the first test of the class. */
    public OctolaneSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only during tests");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        sharedByClass = true;
        simulator = builder.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (sharedByClass) {
            simulator.reset();
        } else {
            simulator = builder.start();
        }
        context.getConfigurationParameter(WORLD)
                .ifPresent(names -> simulator.world().differ(differences(names)));
    }

    private static Difference[] differences(String names) {
        return Stream.of(names.split(",")).map(Difference::valueOf).toArray(Difference[]::new);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!sharedByClass) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OctolaneSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }
}
