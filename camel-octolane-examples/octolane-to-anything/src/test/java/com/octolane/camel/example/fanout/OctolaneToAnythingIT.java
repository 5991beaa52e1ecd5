// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fanout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.octolane.camel.example.kafka.LocalBroker;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OctolaneToAnythingIT {

    private static final int DEALS = 12;
    private static final TopicPartition TOPIC = new TopicPartition(OctolaneToAnything.TOPIC, 0);

    @TempDir
    Path servers;

    @TempDir
    Path folder;

    private final Set<String> versions = new TreeSet<>();
    private OctolaneSimulator crm;
    private LocalBroker broker;
    private WireMockServer webhook;
    private Main main;

    @BeforeEach
    void startServers() throws Exception {
        crm = OctolaneSimulator.builder().start();
        for (int i = 0; i < DEALS; i++) {
            wanted(crm.seed("opportunities", Map.of("name", "Deal " + i, "stage_name", "Lead")));
        }
        broker = LocalBroker.start(servers, 0);
        broker.createTopics(1, OctolaneToAnything.TOPIC);
        webhook = new WireMockServer(options().dynamicPort());
        webhook.start();
        webhook.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
    }

    @AfterEach
    void stop() {
        main.stop();
        webhook.stop();
        broker.close();
        crm.close();
    }

    @Test
    void aWebhookThatIsDownForSomeRecordsHoldsUpNothingAndGetsThemAfterwards() throws Exception {
        webhook.stubFor(any(anyUrl())
                .withRequestBody(containing("Deal 3").or(containing("Deal 7")))
                .willReturn(aResponse().withStatus(503)));
        start();
        soon().until(() ->
                linesOfFile().size() == DEALS && SampleDeals.aside(folder).size() == 2);
        assertThat(taken()).hasSize(DEALS - 2);

        main.stop();
        wanted(crm.change("opportunities", id("Deal 3"), Map.of("stage_name", "Won")));
        wanted(crm.change("opportunities", id("Deal 4"), Map.of("stage_name", "Won")));
        start();
        soon().until(() ->
                linesOfFile().size() == DEALS + 2 && SampleDeals.aside(folder).size() == 3);

        webhook.resetMappings();
        webhook.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        feedAgain("webhook");
        soon().until(() -> taken().size() == DEALS + 2);

        assertThat(taken()).containsExactlyInAnyOrderElementsOf(versions);
        assertThat(topic()).containsExactlyInAnyOrderElementsOf(versions);
        assertThat(linesOfFile()).hasSameSizeAs(versions).doesNotHaveDuplicates();
        soon().untilAsserted(() -> assertThat(folder.resolve("again/webhook")).isEmptyDirectory());
        assertThat(SampleDeals.aside(folder)).isEmpty();

        Path ofFile = Files.createDirectories(folder.resolve("again/file"));
        Files.writeString(ofFile.resolve("7%40v.json"), "fed again");
        soon().until(() -> linesOfFile().contains("fed again"));
    }

    @Test
    void aBrokerThatIsDownHoldsUpNothingAndGetsTheRecordsAfterwards() throws Exception {
        int port = broker.port();
        start();
        soon().until(() -> taken().size() == DEALS && topic().size() == DEALS);
        broker.close();
        wanted(crm.change("opportunities", id("Deal 5"), Map.of("stage_name", "Won")));
        soon().until(() -> SampleDeals.aside(folder).size() == 1);
        assertThat(linesOfFile()).hasSize(DEALS + 1);
        assertThat(taken()).hasSize(DEALS + 1);

        broker = LocalBroker.start(servers, port);
        feedAgain("topic");
        soon().until(() -> topic().size() > DEALS);

        // a send without an answer in time may have come through all the same: then its key tells
        assertThat(Set.copyOf(topic())).containsExactlyInAnyOrderElementsOf(versions);
    }

    @Test
    void aRecordThatCannotEvenBePutAsideStopsTheChangesThereAndRepeatsNothing() throws Exception {
        webhook.stubFor(any(anyUrl())
                .withRequestBody(containing("Deal 3"))
                .willReturn(aResponse().withStatus(503)));
        Path blocked = Files.createFile(folder.resolve("aside"));
        start();
        soon().until(() -> webhook.getAllServeEvents().stream()
                        .filter(call -> call.getRequest().getBodyAsString().contains("Deal 3"))
                        .count()
                > 6);
        assertThat(linesOfFile()).as("Deal 0 to Deal 3").hasSize(4);
        assertThat(taken()).hasSize(3);

        Files.delete(blocked);
        soon().until(() -> linesOfFile().size() == DEALS && taken().size() == DEALS - 1);
        assertThat(linesOfFile()).doesNotHaveDuplicates();
        assertThat(topic()).containsExactlyInAnyOrderElementsOf(versions);
        assertThat(SampleDeals.aside(folder)).hasSize(1);
    }

    private void start() throws Exception {
        Map<String, String> settings = new HashMap<>(OctolaneToAnything.settingsOf(crm));
        settings.put("kafka.brokers", broker.address());
        settings.put("webhook.url", webhook.baseUrl() + "/deals");
        settings.put("data.folder", folder.toString());
        settings.put("poll.delay", "200");
        settings.put("again.delay", "200");
        settings.put("redelivery.delay", "20");
        main = OctolaneToAnything.newMain(settings);
        main.start();
    }

    private void wanted(Map<String, Object> version) {
        versions.add(version.get("id") + "@" + Instant.parse((String) version.get("updated_at")));
    }

    private String id(String name) {
        return crm.records("opportunities").stream()
                .filter(deal -> name.equals(deal.get("name")))
                .map(deal -> (String) deal.get("id"))
                .findFirst()
                .orElseThrow();
    }

    /** What somebody does who has repaired a leg. */
    private void feedAgain(String leg) throws IOException {
        Files.createDirectories(folder.resolve("again"));
        Files.move(folder.resolve("aside").resolve(leg), folder.resolve("again").resolve(leg));
    }

    private List<String> linesOfFile() throws IOException {
        Path file = folder.resolve("opportunities.jsonl");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The versions that the webhook answered with success. */
    private List<String> taken() {
        return webhook.getAllServeEvents().stream()
                .filter(call -> call.getResponse().getStatus() == 204)
                .map(call -> call.getRequest().getHeader("Idempotency-Key"))
                .toList();
    }

    private List<String> topic() {
        List<String> keys = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.address()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(TOPIC));
            consumer.seekToBeginning(Set.of(TOPIC));
            long end = consumer.endOffsets(Set.of(TOPIC)).get(TOPIC);
            while (consumer.position(TOPIC) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    assertThat(record.value()).contains(record.key());
                    keys.add(
                            new String(record.headers().lastHeader("record_key").value()));
                });
            }
        }
        return keys;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
