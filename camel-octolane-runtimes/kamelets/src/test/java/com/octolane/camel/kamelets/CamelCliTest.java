// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the example camel-cli run, unchanged, in Camel Main; key and pipeline come from the environment. */
class CamelCliTest {

    private static final Path FOLDER = Path.of("..", "..", "camel-octolane-examples", "camel-cli");

    @TempDir
    Path work;

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
        main.addOverrideProperty("positions", work.resolve("positions.txt").toString());
        main.start();
        return main;
    }

    @Test
    void aFileBecomesDealsAndTheirPositionIsKept() throws Exception {
        Files.createDirectories(work.resolve("inbox"));
        Files.writeString(
                work.resolve("inbox").resolve("deals.json"),
                "[{\"name\": \"Pilot\", \"stage_name\": \"Lead\", \"account_domain\": \"acme.com\"},"
                        + "{\"name\": \"Renewal\", \"stage_name\": \"Won\", \"account_domain\": \"acme.com\"}]");
        simulator.seed("opportunities", Map.of("name", "Seen"));
        Main main = run();
        try {
            await().until(() ->
                    Files.exists(work.resolve("inbox").resolve(".camel").resolve("deals.json")));
            await().untilAsserted(() ->
                    assertThat(work.resolve("positions.txt")).content().startsWith("changed-deals/opportunity"));
        } finally {
            main.stop();
        }
        assertThat(simulator.records("opportunities"))
                .extracting(deal -> deal.get("name") + " " + deal.get("stage_name"))
                .contains("Pilot Lead", "Renewal Won")
                .hasSize(3);
    }

    @Test
    void theDependencyIsThisVersion() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("application.properties"))) {
            properties.load(reader);
        }
        assertThat(properties)
                .containsEntry(
                        "camel.jbang.dependencies",
                        "mvn:com.octolane.camel:camel-octolane:" + System.getProperty("project.version"))
                .containsEntry("camel.component.octolane.api-key", "{{env:OCTOLANE_API_KEY}}");
    }
}
