// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fanout;

import com.octolane.camel.example.kafka.Brokers;
import com.octolane.camel.example.kafka.LocalBroker;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.main.Main;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends changed opportunities to a file, a Kafka topic and a webhook. What is not configured it starts itself: the
 * simulator where there is no key, a broker where there is no {@code kafka.brokers}, a receiver where there is no
 * {@code webhook.url}.
 */
public final class OctolaneToAnything {

    private static final Logger LOG = LoggerFactory.getLogger(OctolaneToAnything.class);

    static final String TOPIC = "opportunities";

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final List<String> SETTINGS = List.of(
            "octolane.api-key",
            "octolane.base-url",
            "octolane.pipeline-id",
            "kafka.brokers",
            "kafka.topic",
            "webhook.url",
            "data.folder",
            "poll.delay",
            "again.delay",
            "redelivery.delay");

    private OctolaneToAnything() {}

    /** Settings are system properties, or variables of the environment: {@code webhook.url} is {@code WEBHOOK_URL}. */
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

    /** Runs until it is stopped; with the simulator of its own until the sample records are dealt with. */
    static void run(Map<String, String> given) throws Exception {
        Map<String, String> settings = new HashMap<>(given);
        Path folder = folder(settings);
        boolean ownCrm = !settings.containsKey("octolane.api-key");
        try (SampleWebhook webhook = settings.containsKey("webhook.url") ? null : SampleWebhook.start();
                OctolaneSimulator crm = ownCrm ? SampleDeals.startCrm() : null;
                LocalBroker broker =
                        settings.containsKey("kafka.brokers") ? null : LocalBroker.start(folder.resolve("kafka"), 0)) {
            if (ownCrm) {
                settings.putAll(settingsOf(crm));
                settings.put("poll.delay", "1s");
            }
            if (webhook != null) {
                settings.put("webhook.url", webhook.url());
            }
            if (broker != null) {
                settings.put("kafka.brokers", broker.address());
                broker.createTopics(1, settings.getOrDefault("kafka.topic", TOPIC));
            }
            CountDownLatch stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
            if (!Brokers.await(settings.get("kafka.brokers"), BETWEEN_TRIES, stop)) {
                return;
            }
            Main main = newMain(settings);
            try {
                if (ownCrm) {
                    main.start();
                    SampleDeals.changeAndAwait(crm, folder);
                } else {
                    LOG.info("Asking {} for changes", settings.getOrDefault("octolane.base-url", "Octolane"));
                    main.run();
                }
            } finally {
                main.stop();
                main.shutdown();
            }
        }
    }

    static Main newMain(Map<String, String> settings) throws Exception {
        Path folder = Files.createDirectories(folder(settings));
        Main main = new Main();
        main.bind("asides", new Asides());
        main.bind(
                "positions",
                FileStateRepository.fileStateRepository(
                        folder.resolve("position.txt").toFile()));
        main.bind("doneByFile", done(folder, "file"));
        main.bind("doneByTopic", done(folder, "topic"));
        main.bind("doneByWebhook", done(folder, "webhook"));
        settings.forEach(main::addOverrideProperty);
        return main;
    }

    private static FileIdempotentRepository done(Path folder, String leg) {
        FileIdempotentRepository repository = new FileIdempotentRepository();
        repository.setFileStore(folder.resolve("done-" + leg + ".txt").toFile());
        repository.setCacheSize(10_000);
        return repository;
    }

    static Map<String, String> settingsOf(OctolaneSimulator crm) {
        return Map.of(
                "octolane.base-url", crm.baseUrl(),
                "octolane.api-key", crm.apiKey(),
                "octolane.pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID);
    }

    static Path folder(Map<String, String> settings) {
        return Path.of(settings.getOrDefault("data.folder", "target/octolane-to-anything"));
    }
}
