// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the example camel-cli run, unchanged, in Camel Main; key and pipeline come from the environment. */
class CamelCliTest {

    private static final Path FOLDER = Path.of("..", "..", "camel-octolane-examples", "camel-cli");

    @TempDir
    Path work;

    private final List<String> changed = new CopyOnWriteArrayList<>();
    private OctolaneSimulator simulator;

    @BeforeEach
    void start() {
        simulator = OctolaneSimulator.builder()
                .apiKey(System.getenv("OCTOLANE_API_KEY"))
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Main run() throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + FOLDER.resolve("application.properties"));
        main.configure().withRoutesIncludePattern("file:" + FOLDER.resolve("deals.camel.yaml"));
        main.addOverrideProperty("camel.component.octolane.base-url", simulator.baseUrl());
        main.addOverrideProperty("inbox", work.resolve("inbox").toString());
        main.addOverrideProperty("positions", work.resolve("positions").toString());
        main.bind("changes", new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeCompletedEvent done
                        && "changed-deals".equals(done.getExchange().getFromRouteId())) {
                    changed.add(done.getExchange().getMessage().getBody(String.class));
                }
            }
        });
        main.start();
        return main;
    }

    @Test
    void aFileBecomesDealsAndAChangeIsSeenOnceInTwoRuns() throws Exception {
        simulator.seed("opportunities", Map.of("name", "Old"));
        Main main = run();
        try {
            Path deals = Files.writeString(
                    work.resolve("deals.json"),
                    "[{\"name\": \"Pilot\", \"stage_name\": \"Lead\", \"account_domain\": \"acme.com\"},"
                            + "{\"name\": \"Renewal\", \"stage_name\": \"Won\", \"account_domain\": \"acme.com\"}]");
            Files.move(deals, work.resolve("inbox").resolve("deals.json"));
            await().untilAsserted(() -> assertThat(simulator.records("opportunities"))
                    .extracting(deal -> deal.get("name") + " " + deal.get("stage_name"))
                    .contains("Pilot Lead", "Renewal Won"));
        } finally {
            main.stop();
        }
        // the first poll came before the file: the second run sees what was created after it
        main = run();
        try {
            await().untilAsserted(() -> assertThat(changed).hasSize(3));
        } finally {
            main.stop();
        }
        assertThat(changed)
                .anySatisfy(deal -> assertThat(deal).contains("\"name\":\"Old\""))
                .anySatisfy(deal -> assertThat(deal).contains("\"name\":\"Pilot\""))
                .anySatisfy(deal -> assertThat(deal).contains("\"name\":\"Renewal\""));
    }

    @Test
    void theDependenciesAreThoseThatWereTested() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("application.properties"))) {
            properties.load(reader);
        }
        assertThat(properties)
                .containsEntry(
                        "camel.jbang.dependencies",
                        "mvn:com.octolane.camel:camel-octolane:" + System.getProperty("project.version")
                                + ",mvn:com.h2database:h2:" + System.getProperty("h2.version"))
                .containsEntry("camel.component.octolane.api-key", "{{env:OCTOLANE_API_KEY}}");
    }
}
