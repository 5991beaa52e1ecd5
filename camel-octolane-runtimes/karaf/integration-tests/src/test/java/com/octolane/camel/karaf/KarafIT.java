// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Boots an Apache Karaf and has it install the features file that users take. That file refers to Camel's own features file; here another
 * one stands at its address in the container, which makes the same features from Camel's plain jars.
 */
@EnabledForJreRange(
        max = JRE.JAVA_21,
        disabledReason =
                "Karaf 4.4 is made for JDKs up to 21: its script asks for a security manager, which JDK 24 refuses")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts and ends Karaf by its script for Unix")
class KarafIT {

    private static final Path HOME = Path.of(System.getProperty("karaf.home"));

    @TempDir
    Path folder;

    @Test
    void routesOfABundleWriteRecordsAndReadThemBack() throws Exception {
        putStandInForCamelsFeatures();
        Files.copy(Path.of(System.getProperty("karaf.features")), folder.resolve("features.xml"));
        Files.copy(
                Path.of(System.getProperty("karaf.standIn")).resolveSibling("route-features.xml"),
                folder.resolve("route-features.xml"));

        try (OctolaneSimulator simulator = OctolaneSimulator.builder().start();
                KarafContainer karaf = new KarafContainer(HOME, folder)) {
            simulator.seed("accounts", List.of(Map.of("name", "Initech", "domain", "initech.com")));
            karaf.systemProperties(
                            Map.of("octolane.baseUrl", simulator.baseUrl(), "octolane.apiKey", simulator.apiKey()))
                    .feature(url("features.xml"), "camel-octolane")
                    .feature(url("route-features.xml"), "test-route")
                    .start();

            try {
                await().atMost(Duration.ofSeconds(120))
                        .failFast("Karaf has ended or logged an error", karaf::hasFailed)
                        .untilAsserted(() -> {
                            assertThat(values(simulator, "accounts", "domain"))
                                    .containsExactlyInAnyOrder("initech.com", "acme.com", "globex.com");
                            assertThat(values(simulator, "notes", "content"))
                                    .containsExactlyInAnyOrder(
                                            "Read in Karaf: Initech", "Read in Karaf: Acme", "Read in Karaf: Globex");
                        });
                assertThat(karaf.stop()).as("ended when asked to").isTrue();
                assertThat(karaf.log()).doesNotContain("| ERROR |").doesNotContain(simulator.apiKey());
            } catch (Throwable e) {
                System.err.println(karaf.log());
                throw e;
            }
        }
    }

    private static void putStandInForCamelsFeatures() throws IOException {
        String version = System.getProperty("karaf.camelVersion");
        Path folder = HOME.resolve("system/org/apache/camel/karaf/apache-camel").resolve(version);
        Files.createDirectories(folder);
        Files.copy(
                Path.of(System.getProperty("karaf.standIn")),
                folder.resolve("apache-camel-" + version + "-features.xml"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Object> values(OctolaneSimulator simulator, String plural, String field) {
        return simulator.records(plural).stream()
                .map(record -> record.get(field))
                .toList();
    }

    private String url(String file) {
        return folder.resolve(file).toUri().toString();
    }
}
