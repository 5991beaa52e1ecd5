// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static com.octolane.camel.simulator.OctolaneSimulator.STAGE_LEAD;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.octolane.camel.poll.JdbcStateRepository;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BrowsableEndpoint;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs recipes of the cookbook against the simulator that the test class registers, and shows what came of them. */
abstract class Cookbook {

    @TempDir
    Path folder;

    OctolaneSimulator simulator;
    CamelContext context;
    ProducerTemplate template;
    final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void prepare(OctolaneSimulator started) {
        simulator = started;
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context = new DefaultCamelContext();
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        // the repetitions that count here are those of the routes
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setRetryDelay("1ms");
        context.addComponent("octolane", component);
        // the delays of the recipes are not waited for
        context.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof ScheduledPollEndpoint polling) {
                polling.setInitialDelay(0);
                polling.setDelay(50);
            }
            return endpoint;
        });
        context.getRegistry().bind("crm-copy", database);
        context.getRegistry().bind("positions", new JdbcStateRepository(database, "positions"));
        Map.of(
                        "pipeline",
                        DEFAULT_PIPELINE_ID,
                        "stage",
                        STAGE_LEAD,
                        "inbox",
                        folder.resolve("inbox").toString(),
                        "outbox",
                        folder.resolve("outbox").toString(),
                        "reports",
                        folder.resolve("reports").toString(),
                        "contacts.queue",
                        "seda:contacts",
                        "copy.delay",
                        "1",
                        "redelivery.delay",
                        "1",
                        "redelivery.times",
                        "2")
                .forEach((name, value) -> context.getPropertiesComponent().addInitialProperty(name, value));
    }

    @AfterEach
    void stop() throws Exception {
        // a context that stops looks only once a second whether its messages are through
        awaitEndOfMessages();
        context.close();
    }

    void awaitEndOfMessages() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> context.getRoutes().stream()
                        .allMatch(route -> context.getInflightRepository().size(route.getRouteId()) == 0));
    }

    void start(Dsl dsl, String... recipes) throws Exception {
        for (String name : recipes) {
            Recipe recipe = new Recipe(name);
            dsl.addTo(context, recipe.file(), recipe.inJava());
        }
        context.start();
        template = context.createProducerTemplate();
    }

    /** For recipes with CSV, which is not published for every release of Camel that the compatibility script runs this with. */
    static void needCsv() {
        assumeTrue(
                Cookbook.class.getResource("/META-INF/services/org/apache/camel/dataformat/csv") != null,
                "camel-csv is there");
    }

    /** What waits in a queue. */
    List<Exchange> queue(String name) {
        return context.getEndpoint("seda:" + name, BrowsableEndpoint.class).getExchanges();
    }

    List<String> bodies(String queue) {
        return queue(queue).stream()
                .map(exchange -> exchange.getMessage().getBody(String.class))
                .toList();
    }

    void put(String file, String text) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path part = Files.writeString(folder.resolve("part"), text);
        Files.move(part, inbox.resolve(file));
    }

    /** The text of a file below the test's folder, as soon as it is there. */
    String textOf(String file) {
        Path path = folder.resolve(file);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(path));
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
