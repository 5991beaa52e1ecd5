// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

import com.octolane.camel.example.kafka.Brokers;
import com.octolane.camel.example.kafka.LocalBroker;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the events of a Kafka topic to Octolane. What is not configured it starts itself: the simulator where there is
 * no key, a broker where there is no {@code kafka.brokers}.
 */
public final class KafkaToOctolane {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaToOctolane.class);

    static final String TOPIC = "deals";
    static final String DEAD_LETTER_TOPIC = "deals-dead-letter";

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final List<String> SETTINGS = List.of(
            "octolane.api-key",
            "octolane.base-url",
            "octolane.pipeline-id",
            "kafka.brokers",
            "kafka.topic",
            "kafka.dead-letter-topic",
            "kafka.group",
            "kafka.batch",
            "retry.pause",
            "data.folder");

    private KafkaToOctolane() {}

    /** Settings are system properties, or variables of the environment: {@code kafka.brokers} is {@code KAFKA_BROKERS}. */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String name : SETTINGS) {
            String variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            String value = System.getProperty(name, System.getenv(variable));
            if (value != null && !value.isBlank()) {
                settings.put(name, value);
            }
        }
        run(settings);
    }

    /** Runs until it is stopped; with simulator and broker of its own until the sample events are dealt with. */
    static void run(Map<String, String> given) throws Exception {
        Map<String, String> settings = new HashMap<>(given);
        boolean ownCrm = !settings.containsKey("octolane.api-key");
        boolean ownBroker = !settings.containsKey("kafka.brokers");
        Path folder = Path.of(settings.getOrDefault("data.folder", "target/kafka-to-octolane"));
        try (OctolaneSimulator crm = ownCrm ? startCrm() : null;
                LocalBroker broker = ownBroker ? LocalBroker.start(folder.resolve("kafka"), 0) : null) {
            if (ownCrm) {
                settings.putAll(settingsOf(crm));
            }
            if (ownBroker) {
                settings.put("kafka.brokers", broker.address());
                broker.createTopics(
                        3,
                        settings.getOrDefault("kafka.topic", TOPIC),
                        settings.getOrDefault("kafka.dead-letter-topic", DEAD_LETTER_TOPIC));
            }
            CountDownLatch stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
            if (!Brokers.await(settings.get("kafka.brokers"), BETWEEN_TRIES, stop)) {
                return;
            }
            Main main = newMain(settings);
            try {
                if (ownCrm && ownBroker) {
                    main.start();
                    SampleEvents.sendAndAwait(broker.address(), crm);
                    LOG.info("{} deals in Octolane", crm.count("opportunities"));
                } else {
                    LOG.info("Reading from {}", settings.get("kafka.brokers"));
                    main.run();
                }
            } finally {
                main.stop();
                main.shutdown();
            }
        }
    }

    /** One instance of the route; several in a group share the partitions. */
    static Main newMain(Map<String, String> settings) {
        Main main = new Main();
        main.bind("events", new DealEvents());
        settings.forEach(main::addOverrideProperty);
        return main;
    }

    /** A simulator that has the custom field by which deals are found again. */
    static OctolaneSimulator startCrm() {
        return OctolaneSimulator.builder()
                .customField(OctolaneSimulator.DEFAULT_PIPELINE_ID, "deal_id", "Deal ID", "string")
                .start();
    }

    static Map<String, String> settingsOf(OctolaneSimulator crm) {
        return Map.of(
                "octolane.base-url", crm.baseUrl(),
                "octolane.api-key", crm.apiKey(),
                "octolane.pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID);
    }
}
