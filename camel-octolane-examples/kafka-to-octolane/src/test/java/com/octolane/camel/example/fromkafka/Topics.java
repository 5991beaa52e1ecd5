// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the example, seen from outside. */
final class Topics implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Admin admin;

    Topics(String brokers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        admin = Admin.create(settings);
    }

    /** @return where the event stands, as a dead letter tells it */
    String send(String key, String event) throws Exception {
        RecordMetadata sent = producer.send(new ProducerRecord<>(KafkaToOctolane.TOPIC, key, event))
                .get();
        return sent.topic() + "-" + sent.partition() + "@" + sent.offset();
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        Set<TopicPartition> partitions = partitions(KafkaToOctolane.DEAD_LETTER_TOPIC);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long left = consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        while (found.size() < left) {
            consumer.poll(Duration.ofMillis(100)).forEach(found::add);
        }
        return found;
    }

    /** How many events the group has not done. */
    long uncommitted(String group) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return consumer.endOffsets(partitions(KafkaToOctolane.TOPIC)).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    return end.getValue() - (done == null ? 0 : done.offset());
                })
                .sum();
    }

    Set<TopicPartition> partitions(String topic) {
        Set<TopicPartition> partitions = new HashSet<>();
        consumer.partitionsFor(topic).forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        return partitions;
    }

    static String header(ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.close();
    }
}
