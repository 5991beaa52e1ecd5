// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.example.kafka.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualSyncCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory.CamelExchangePayload;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory.KafkaRecordPayload;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DealEventsIT {

    private static final TopicPartition ZERO = new TopicPartition("deals", 0);
    private static final TopicPartition ONE = new TopicPartition("deals", 1);
    private static final TopicPartition OF_ANOTHER = new TopicPartition("deals", 2);

    @Test
    void anEventThatAnotherInstanceWasGivenOrHasDoneIsLeftOut(@TempDir Path folder) throws Exception {
        try (LocalBroker broker = LocalBroker.start(folder, 0);
                DefaultCamelContext context = new DefaultCamelContext()) {
            broker.createTopics(3, "deals");
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.address(), "group.id", "octolane");
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.assign(Set.of(ZERO, ONE));
                consumer.commitSync(Map.of(ZERO, new OffsetAndMetadata(5)), Duration.ofSeconds(30));
                List<Exchange> batch = List.of(
                        event(context, consumer, ZERO, 4),
                        event(context, consumer, OF_ANOTHER, 9),
                        event(context, consumer, ZERO, 5),
                        event(context, consumer, ONE, 0));

                assertThat(new DealEvents().stillOurs(batch)).containsExactly(batch.get(2), batch.get(3));
            }
        }
    }

    private static Exchange event(
            DefaultCamelContext context, Consumer<?, ?> consumer, TopicPartition partition, long offset) {
        Exchange event = new DefaultExchange(context);
        DefaultKafkaManualCommit commit = new DefaultKafkaManualSyncCommit(
                new CamelExchangePayload(event, consumer, "test", null),
                new KafkaRecordPayload(partition, offset, 5_000),
                null);
        event.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, commit);
        return event;
    }
}
