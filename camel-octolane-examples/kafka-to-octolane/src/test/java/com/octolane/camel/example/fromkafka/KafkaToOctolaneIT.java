// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

import static com.octolane.camel.example.fromkafka.KafkaToOctolane.DEAD_LETTER_TOPIC;
import static com.octolane.camel.example.fromkafka.KafkaToOctolane.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.example.kafka.LocalBroker;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaToOctolaneIT {

    private static final int PARTITIONS = 4;
    private static final int DEALS = 100;
    private static final List<String> STAGES = List.of("Lead", "Proposal", "Won");

    @TempDir
    Path folder;

    private final List<Main> instances = new ArrayList<>();
    private OctolaneSimulator crm;
    private LocalBroker broker;

    @BeforeEach
    void startServers() throws Exception {
        crm = KafkaToOctolane.startCrm();
        broker = LocalBroker.start(folder, 0);
        broker.createTopics(PARTITIONS, TOPIC, DEAD_LETTER_TOPIC);
    }

    @AfterEach
    void stop() {
        instances.forEach(Main::stop);
        broker.close();
        crm.close();
    }

    @Test
    void eachEventIsInOctolaneOnceOrInTheDeadLetterTopicWhateverIsRestarted() throws Exception {
        crm.faults()
                .every(10, Fault.RESET_AFTER_WRITE)
                .onCall(7, Fault.STATUS_503, Fault.RATE_LIMITED)
                .latency(Duration.ofMillis(30));
        Main first = startInstance();
        startInstance();
        List<String> bad = new ArrayList<>();
        try (Topics topics = new Topics(broker.address())) {
            for (String stage : STAGES) {
                for (int i = 0; i < DEALS; i++) {
                    topics.send("D-" + i, SampleEvents.event("D-" + i, stage, String.valueOf(i)));
                    if (i % 20 == 3) {
                        bad.add(topics.send("D-" + i, "no JSON, but " + stage + " " + i));
                        bad.add(topics.send("B-" + i, SampleEvents.event("B-" + i, stage, "lots")));
                    }
                }
            }
            bad.add(topics.send("D-1", null));
        }
        soon().until(() -> crm.count("opportunities") > 30);
        stop(first);
        int port = broker.port();
        broker.close();
        assertThat(won()).as("stopped half-way").isLessThan(DEALS);
        broker = LocalBroker.start(folder, port);
        startInstance();

        try (Topics topics = new Topics(broker.address())) {
            soon().until(() -> topics.uncommitted("octolane") == 0);
            assertThat(crm.records("opportunities"))
                    .extracting(KafkaToOctolaneIT::describe)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, DEALS)
                            .mapToObj(i -> "D-" + i + " Won " + i)
                            .toList());
            List<ConsumerRecord<String, byte[]>> deadLetters = topics.deadLetters();
            assertThat(deadLetters)
                    .extracting(event -> Topics.header(event, DealEvents.SOURCE))
                    .containsOnlyOnceElementsOf(bad)
                    .hasSameSizeAs(bad);
            assertThat(deadLetters)
                    .extracting(event -> event.key().charAt(0) + " "
                            + (event.value() == null ? "-" : new String(event.value()).substring(0, 7)) + " "
                            + Topics.header(event, DealEvents.REASON).replaceFirst(".*expected (\\w+).*", "$1"))
                    .containsOnly("B {\"deal_ a", "D no JSON JSON", "D - one");
        }
        assertThat(crm.faults().count(Fault.RESET_AFTER_WRITE)).isGreaterThan(2);
    }

    @Test
    void aBatchThatFailedOrWhoseOutcomeIsUnknownIsReadAgainAndNotPassedOver() throws Exception {
        crm.faults().on(path -> path.endsWith("/search")).next(Fault.STATUS_503, Fault.STATUS_503);
        crm.faults().on(path -> path.endsWith("/bulk")).next(Fault.RESET_BEFORE_WRITE);
        try (Topics topics = new Topics(broker.address())) {
            for (int i = 0; i < 30; i++) {
                topics.send("D-" + i, SampleEvents.event("D-" + i, "Lead", "1"));
            }
            startInstance();
            soon().until(() -> topics.uncommitted("octolane") == 0);
            assertThat(crm.count("opportunities")).isEqualTo(30);
            assertThat(topics.deadLetters()).isEmpty();
        }
        assertThat(crm.faults().count(Fault.STATUS_503)).isEqualTo(2);
        assertThat(crm.faults().count(Fault.RESET_BEFORE_WRITE)).isEqualTo(1);
    }

    @Test
    void anUnreachableBrokerAndAWrongKeyAreToldInALineAndLoseNothing() throws Exception {
        int port = broker.port();
        try (Topics topics = new Topics(broker.address())) {
            topics.send("D-1", SampleEvents.event("D-1", "Lead", "1"));
        }
        broker.close();
        Map<String, String> settings = settings();
        settings.put("octolane.api-key", "wrong-key");
        try (Program program = Program.start(folder.resolve("output.txt"), settings)) {
            soon().until(() -> program.linesWith("No Kafka broker answers at 'localhost:" + port + "'") > 0);
            broker = LocalBroker.start(folder, port);
            soon().until(() -> program.linesWith("1 of 1 events are not done, the first: Octolane answered 401") > 1);
            assertThat(program.linesWith("\tat ")).as(program.output()).isZero();
            assertThat(program.output()).doesNotContain("wrong-key");
            assertThat(program.isAlive()).isTrue();
        }
        assertThat(crm.count("opportunities")).isZero();

        startInstance();
        soon().until(() -> crm.count("opportunities") == 1);
        try (Topics topics = new Topics(broker.address())) {
            soon().until(() -> topics.uncommitted("octolane") == 0);
            assertThat(topics.deadLetters()).isEmpty();
        }
    }

    @Test
    void aFieldThatCannotBeSearchedSetsNoEventAside() throws Exception {
        try (OctolaneSimulator other = OctolaneSimulator.builder().start();
                Topics topics = new Topics(broker.address())) {
            Map<String, String> settings = settings();
            settings.putAll(KafkaToOctolane.settingsOf(other));
            topics.send("D-1", SampleEvents.event("D-1", "Lead", "1"));
            Main main = startInstance(settings);
            soon().until(() -> other.wireMock().getAllServeEvents().size() > 2);
            stop(main);
            assertThat(topics.deadLetters()).isEmpty();
            assertThat(topics.uncommitted("octolane")).isEqualTo(1);
        }
    }

    private static String describe(Map<String, Object> deal) {
        Map<?, ?> custom = (Map<?, ?>) deal.get("custom_fields");
        return custom.get("deal_id") + " " + deal.get("stage_name") + " " + ((Number) deal.get("deal_size")).intValue();
    }

    private long won() {
        return crm.records("opportunities").stream()
                .filter(deal -> "Won".equals(deal.get("stage_name")))
                .count();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(KafkaToOctolane.settingsOf(crm));
        settings.put("kafka.brokers", broker.address());
        settings.put("kafka.batch", "20");
        settings.put("retry.pause", "100");
        settings.put("octolane.max-retries", "1");
        settings.put("octolane.retry-delay", "50ms");
        return settings;
    }

    private Main startInstance() throws Exception {
        return startInstance(settings());
    }

    private Main startInstance(Map<String, String> settings) throws Exception {
        Main main = KafkaToOctolane.newMain(settings);
        main.start();
        instances.add(main);
        return main;
    }

    private void stop(Main main) {
        instances.remove(main);
        main.stop();
    }
}
