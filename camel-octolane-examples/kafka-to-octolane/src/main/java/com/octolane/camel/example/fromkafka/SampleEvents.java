// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Twelve events: ten of five deals, which are created and then won, one with a wrong amount and one that is no JSON. */
final class SampleEvents {

    private static final int DEALS = 5;
    private static final int BAD = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SampleEvents() {}

    /**
     * Sends them, and returns when Octolane and the dead-letter topic have them.
     *
     * @throws IllegalStateException when that takes longer than a minute
     */
    static void sendAndAwait(String brokers, OctolaneSimulator crm) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, String> deadLetters = deadLetters(brokers)) {
            send(brokers);
            int bad = 0;
            while (bad < BAD || won(crm) < DEALS) {
                bad += deadLetters.poll(Duration.ofMillis(200)).count();
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("After " + PATIENCE.toSeconds() + " s " + won(crm) + " of " + DEALS
                            + " deals are won in Octolane, and " + bad + " of " + BAD + " bad events are set aside");
                }
            }
        }
    }

    private static long won(OctolaneSimulator crm) {
        return crm.records("opportunities").stream()
                .filter(deal -> "Won".equals(deal.get("stage_name")))
                .count();
    }

    private static void send(String brokers) throws InterruptedException, ExecutionException {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String stage : new String[] {"Lead", "Won"}) {
                for (int i = 1; i <= DEALS; i++) {
                    send(producer, "D-" + i, event("D-" + i, stage, String.valueOf(1_000 * i)));
                }
            }
            send(producer, "D-6", event("D-6", "Lead", "lots"));
            send(producer, "D-7", "deal number seven");
        }
    }

    /** The key is the deal's, so that its events stay in order: Kafka keeps the order of a partition only. */
    private static void send(KafkaProducer<String, String> producer, String key, String event)
            throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(KafkaToOctolane.TOPIC, key, event)).get();
    }

    static String event(String id, String stage, String amount) {
        return """
                {"deal_id": "%s", "name": "Deal %s", "stage_name": "%s", "deal_size": "%s", "account_domain": "acme.example"}""".formatted(id, id, stage, amount);
    }

    /** Reads from the end on: an earlier run may have left some. */
    private static KafkaConsumer<String, String> deadLetters(String brokers) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer());
        consumer.assign(consumer.partitionsFor(KafkaToOctolane.DEAD_LETTER_TOPIC).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }
}
