// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.springboot.app.DealApplication;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application against the simulator. */
class ApplicationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final OctolaneSimulator simulator = OctolaneSimulator.builder().start();

    @TempDir
    Path inbox;

    @BeforeEach
    void aFileIsThere() throws IOException {
        Files.writeString(inbox.resolve("deals.csv"), "name,deal_size\nBig,\"1,000.50\"\nSmall,7\n");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private ConfigurableApplicationContext start(String... more) {
        String[] arguments = new String[more.length + 2];
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[0] = "--camel.component.octolane.base-url=" + simulator.baseUrl();
        arguments[1] = "--inbox=" + inbox;
        return SpringApplication.run(DealApplication.class, arguments);
    }

    @Test
    void aCsvFileIsImportedAndReadBackAndItsHealthIsShown() throws Exception {
        try (ConfigurableApplicationContext application = start()) {
            await().atMost(SOON).until(() -> simulator.count("opportunities") == 2);
            ProducerTemplate template = application.getBean(ProducerTemplate.class);
            List<?> read = template.requestBody("direct:read", null, List.class);
            assertThat(read).extracting("name").containsExactly("Big", "Small");
            assertThat(read).extracting("deal_size").extracting(String::valueOf).contains("1000.5");

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(health(application).path("status").asText())
                                    .isEqualTo("UP"));
            simulator.wireMock().stop();
            simulator.seed("contacts", Map.of("email", "ann@acme.com"));
            MemoryStateRepository positions = application.getBean("positions", MemoryStateRepository.class);
            await().atMost(SOON).until(() -> positions.getState("changes/contact") != null);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(health(application)
                                    .path("components")
                                    .path("camelHealth")
                                    .toString())
                            .contains("\"status\":\"DOWN\"", "consumer:changes", "camel.component.octolane.base-url")
                            .doesNotContain("test-key"));
        }
    }

    private static JsonNode health(ConfigurableApplicationContext application) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void theKeyMayBeInAnEnvironmentVariable() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DealApplication.class.getName(),
                        // without the file that has the key
                        "--spring.config.name=none",
                        "--spring.main.web-application-type=none",
                        "--camel.main.run-controller=true",
                        "--camel.dataformat.csv.use-maps=true",
                        "--camel.component.octolane.pipeline-id=${OCTOLANE_PIPELINE}",
                        "--camel.component.octolane.stage-id={{env:OCTOLANE_STAGE}}",
                        "--camel.component.octolane.base-url=" + simulator.baseUrl(),
                        "--inbox=" + inbox)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/application.log"));
        builder.environment().put("CAMEL_COMPONENT_OCTOLANE_API_KEY", simulator.apiKey());
        builder.environment().put("OCTOLANE_PIPELINE", OctolaneSimulator.DEFAULT_PIPELINE_ID);
        builder.environment().put("OCTOLANE_STAGE", OctolaneSimulator.STAGE_LEAD);
        Process process = builder.start();
        try {
            await().atMost(SOON).until(() -> simulator.count("opportunities") == 2 || !process.isAlive());
            assertThat(simulator.count("opportunities"))
                    .as("see target/application.log")
                    .isEqualTo(2);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
