// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consumers that another component makes do not know their route. */
class DelegatedConsumerTest {

    private static final String ACCOUNTS = "octolane:account?delay=100&initialDelay=0&stateRepository=#states";

    @TempDir
    Path locks;

    private final OctolaneSimulator simulator = OctolaneSimulator.builder().start();
    private final MemoryStateRepository states = new MemoryStateRepository();
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        context.addComponent("octolane", component);
        context.getRegistry().bind("states", states);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Test
    void eachRouteBehindAMasterKeepsAPositionOfItsOwn() throws Exception {
        assumeTrue(
                getClass().getResource("/META-INF/services/org/apache/camel/component/master") != null,
                "camel-master is not there");
        simulator.seed("accounts", Map.of("domain", "acme.com", "name", "Acme"));
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setRoot(locks.toString());
        // the views of Camel 4.14 lock up where the lock is got before the consumer listens to them
        cluster.setAcquireLockDelay(500);
        cluster.setAcquireLockDelayUnit(TimeUnit.MILLISECONDS);
        cluster.setAcquireLockInterval(100);
        cluster.setAcquireLockIntervalUnit(TimeUnit.MILLISECONDS);
        context.addService(cluster);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("master:one:" + ACCOUNTS + "&filter.name=Acme")
                        .routeId("one")
                        .to("log:one");
                from("master:two:" + ACCOUNTS).routeId("two").to("log:two");
            }
        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(new String[] {states.getState("one/account"), states.getState("two/account")})
                                .doesNotContainNull());
    }

    @Test
    void aConsumerWithoutARouteNeedsANameForItsPosition() throws Exception {
        try (Consumer consumer = context.getEndpoint(ACCOUNTS).createConsumer(exchange -> {})) {
            assertThatThrownBy(consumer::start).hasMessageContaining("stateKey");
        }
        try (Consumer consumer =
                context.getEndpoint(ACCOUNTS + "&stateKey=mine").createConsumer(exchange -> {})) {
            consumer.start();
        }
    }
}
