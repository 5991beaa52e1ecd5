// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneTransportException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkWriterTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    private BulkResult write(int records, int chunkSize, int concurrency, Function<List<Item>, List<Row>> writer) {
        return new BulkWriter(chunkSize, concurrency, threads, () -> false, writer, null)
                .write(
                        IntStream.range(0, records)
                                .mapToObj(i -> (Object) ("record " + i))
                                .iterator(),
                        (index, record) -> item(index, record));
    }

    private static Item item(int index, Object record) {
        return new Item(index, record, JsonNodeFactory.instance.objectNode(), null);
    }

    private static List<Row> succeeded(List<Item> items) {
        return items.stream().map(item -> item.succeeded("id")).toList();
    }

    @Test
    void asManyChunksAsAllowedAreInFlightTogether() {
        CyclicBarrier together = new CyclicBarrier(3);
        BulkResult result = write(6, 2, 3, items -> {
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new OctolaneException("alone", e);
            }
            return succeeded(items);
        });

        assertThat(result.succeeded()).isEqualTo(6);
    }

    @Test
    void aChunkWhoseWriterBreaksHasAnUnknownOutcomeAndTheOthersKeepTheirs() {
        BulkResult result = write(4, 2, 1, items -> {
            if (items.get(0).index() == 0) {
                throw new IllegalStateException("broken");
            }
            return succeeded(items);
        });

        assertThat(result.rows())
                .extracting(Row::status)
                .containsExactly(Status.UNKNOWN, Status.UNKNOWN, Status.SUCCEEDED, Status.SUCCEEDED);
        assertThat(result.rows().get(1).record()).isEqualTo("record 1");
        assertThat(result.rows().get(0).error().cause()).hasRootCauseMessage("broken");
    }

    @Test
    void anInterruptLeavesTheOutcomeUnknownAndIsPassedOn() {
        // a chunk that is done already is taken in spite of the interrupt, so this one never is
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        BulkResult result = write(2, 2, 1, items -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new OctolaneException("the test is over", e);
            }
            return succeeded(items);
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.unknown()).isEqualTo(2);
        assertThat(result.total()).isEqualTo(2);
    }

    @Test
    void recordsThatSucceededAreKeptUpToALimitAndOthersAlways() {
        int last = BulkWriter.KEPT_RECORDS + 1;
        BulkResult result = write(
                last + 1,
                100,
                1,
                items -> items.stream()
                        .map(item ->
                                item.index() == last ? item.failed(new OctolaneException("bad")) : item.succeeded("id"))
                        .toList());

        assertThat(result.rows().get(BulkWriter.KEPT_RECORDS - 1).record()).isNotNull();
        assertThat(result.rows().get(BulkWriter.KEPT_RECORDS).record()).isNull();
        assertThat(result.rows().get(BulkWriter.KEPT_RECORDS).id()).isEqualTo("id");
        assertThat(result.rows().get(last).record()).isEqualTo("record " + last);
    }

    @Test
    void aLookUpThatFailsIsToldBesideTheCallThatItWasFor() {
        ChunkCall lost = new ChunkCall() {
            @Override
            public ApiResult write(List<Item> items) {
                throw new OctolaneTransportException("no answer", true, null);
            }

            @Override
            public Map<Integer, String> lookUp(List<Item> items) {
                throw new OctolaneException("no search either");
            }
        };

        Row row = new ChunkWriter(OctolaneObject.account, lost)
                .write(List.of(item(0, "a")))
                .get(0);

        assertThat(row.status()).isEqualTo(Status.UNKNOWN);
        assertThat(row.error().cause().getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("no search either");
    }
}
