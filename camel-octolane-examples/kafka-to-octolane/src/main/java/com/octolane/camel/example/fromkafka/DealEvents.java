// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneMappingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route has to decide about a batch of events: whose they are, what became of them, when they are done. */
public final class DealEvents {

    static final String REASON = "octolane_error";
    static final String SOURCE = "source";

    private static final Logger LOG = LoggerFactory.getLogger(DealEvents.class);

    private static final Set<Integer> ABOUT_THE_RECORD = Set.of(400, 422);

    /**
     * The events that no other instance of the group was given. Camel collects a batch over several polls, and a
     * rebalance between them may give a part of it to another instance: two that work on one new deal would make two.
     */
    public List<Exchange> stillOurs(List<Exchange> batch) {
        Consumer<?, ?> consumer = commitOf(batch.get(0)).getCamelExchangePayload().consumer;
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
        return batch.stream()
                .filter(event -> {
                    DefaultKafkaManualCommit commit = commitOf(event);
                    OffsetAndMetadata done = committed.get(commit.getPartition());
                    return assigned.contains(commit.getPartition())
                            && (done == null || commit.getRecordOffset() >= done.offset());
                })
                .toList();
    }

    /**
     * The events that Octolane will never take, as messages for the dead-letter topic: as they were, with the reason.
     *
     * @throws NotDoneException when the outcome of an event is open, or may be another one later
     */
    public List<Message> rejected(BulkResult result) {
        List<Row> open =
                result.failures().stream().filter(row -> !isRejected(row)).toList();
        if (!open.isEmpty()) {
            throw new NotDoneException(open.size() + " of " + result.total() + " events are not done, the first: "
                    + open.get(0).error().cause().getMessage());
        }
        List<Message> messages = new ArrayList<>();
        for (Row row : result.failures()) {
            messages.add(deadLetter((Exchange) row.record(), row.error().toString()));
        }
        if (result.total() > 0) {
            LOG.info("{} events: {} in Octolane, {} rejected", result.total(), result.succeeded(), result.failed());
        }
        return messages;
    }

    /**
     * Whether the record itself is at fault. A refused key, a limit, a broken server or a search that is refused (there
     * is no custom field deal_id, say) would spoil every record.
     */
    private static boolean isRejected(Row row) {
        Throwable cause = row.error().cause();
        return row.status() == Status.FAILED
                && (cause instanceof OctolaneMappingException
                        || cause instanceof OctolaneApiException api
                                && ABOUT_THE_RECORD.contains(api.getBodyStatusCode())
                                && !api.getPath().endsWith("/search"));
    }

    private static Message deadLetter(Exchange event, String reason) {
        Message message = event.getMessage().copy();
        String source = "%s-%s@%s"
                .formatted(
                        message.getHeader(KafkaConstants.TOPIC),
                        message.getHeader(KafkaConstants.PARTITION),
                        message.getHeader(KafkaConstants.OFFSET));
        // the text as it is, rather than by Camel's conversion of headers
        message.setHeader(REASON, reason.getBytes(StandardCharsets.UTF_8));
        message.setHeader(SOURCE, source.getBytes(StandardCharsets.UTF_8));
        LOG.warn("{} goes to the dead-letter topic: {}", source, reason.replaceAll("\\s+", " "));
        return message;
    }

    /** Commits the last event of each partition. */
    public void commit(@ExchangeProperty("events") List<Exchange> events) {
        Map<TopicPartition, KafkaManualCommit> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(commitOf(event).getPartition(), commitOf(event)));
        last.values().forEach(KafkaManualCommit::commit);
    }

    /** Tells why a batch was not committed. */
    public void notDone(Exchange exchange) {
        LOG.warn(
                "Nothing is lost, the batch is read again: {}",
                String.valueOf(caught(exchange).getMessage()).replaceAll("\\s+", " "));
    }

    /** Ends the batch with what went wrong, so that the consumer goes back to the last commit. */
    public void readAgain(Exchange exchange) throws Exception {
        throw caught(exchange);
    }

    private static Exception caught(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    private static DefaultKafkaManualCommit commitOf(Exchange event) {
        return event.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, DefaultKafkaManualCommit.class);
    }
}
