// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.client.Request;
import com.octolane.camel.mapping.Changes;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.RecordMapper;
import com.octolane.camel.mapping.Upsert;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/** The operations that write many records of one object. */
public final class BulkOperations {

    /**
     * How to write.
     *
     * @param size        records in a chunk, 0 for the API's maximum
     * @param concurrency chunks in flight
     * @param executor    runs the chunks
     * @param stopping    whether the context stops
     * @param listener    takes the rows, or null
     */
    public record Settings(
            int size, int concurrency, ExecutorService executor, BooleanSupplier stopping, BulkRowListener listener) {

        int chunkSize(int maximum) {
            return size == 0 ? maximum : Math.min(size, maximum);
        }

        BulkWriter writer(int maximum, java.util.function.Function<List<Item>, List<BulkResult.Row>> chunks) {
            return new BulkWriter(chunkSize(maximum), concurrency, executor, stopping, chunks, listener);
        }
    }

    private final OctolaneClient client;
    private final OctolaneObject object;
    private final RecordMapper mapper;
    private final Settings settings;

    public BulkOperations(OctolaneClient client, OctolaneObject object, RecordMapper mapper, Settings settings) {
        this.client = client;
        this.object = object;
        this.mapper = mapper;
        this.settings = settings;
    }

    public BulkResult create(Iterator<Object> records, Defaults defaults) {
        ChunkWriter chunks = new ChunkWriter(object, new CreateCall(client, object));
        return settings.writer(OctolaneClient.MAX_BULK_CREATE, chunks::write)
                .write(
                        records,
                        (index, record) -> new Item(index, record, mapper.create(object, record, defaults), null));
    }

    public BulkResult update(Iterator<Object> records, Defaults defaults) {
        ChunkWriter chunks = new ChunkWriter(object, new UpdateCall(client, object));
        return settings.writer(OctolaneClient.MAX_BULK_UPDATE, chunks::write)
                .write(records, (index, record) -> updateItem(index, record, defaults));
    }

    /** Creates what no record matches, and changes what differs in those that do. */
    public BulkResult upsert(Iterator<Object> records, Defaults defaults, MatchOn matchOn) {
        Upserter upserter = new Upserter(client, object, matchOn, false);
        return settings.writer(OctolaneClient.MAX_BULK_CREATE, upserter::write)
                .write(records, (index, record) -> upsertItem(index, record, defaults, matchOn));
    }

    /**
     * Upserts one record.
     *
     * @throws com.octolane.camel.client.OctolaneException where it did not succeed, or nobody knows
     */
    public UpsertResult upsertOne(Object record, Defaults defaults, MatchOn matchOn) {
        Item item = upsertItem(0, record, defaults, matchOn);
        BulkResult.Row row =
                new Upserter(client, object, matchOn, true).write(List.of(item)).get(0);
        if (!row.succeeded()) {
            throw row.error().cause();
        }
        return new UpsertResult(row.id(), row.action());
    }

    /** The request of {@link #upsertOne}, if no record matched. */
    public Request upsertRequest(Object record, Defaults defaults, MatchOn matchOn) {
        return client.createRequest(
                object, upsertItem(0, record, defaults, matchOn).body());
    }

    private Item upsertItem(int index, Object record, Defaults defaults, MatchOn matchOn) {
        Upsert upsert = mapper.upsert(object, record, defaults);
        String pipeline = upsert.create().path("pipeline_id").asText("");
        String key = pipeline + '\n' + matchOn.keyOf(upsert.fields());
        return new Item(index, record, upsert.create(), key, upsert.fields());
    }

    /** The requests of a create of many; a record that cannot be mapped throws. */
    public Iterator<Request> createRequests(Iterator<Object> records, Defaults defaults) {
        return new DryRun(
                records,
                settings.chunkSize(OctolaneClient.MAX_BULK_CREATE),
                record -> new Item(0, record, mapper.create(object, record, defaults), null),
                this::createRequest);
    }

    /** The requests of an upsert of many, if no record matched any. */
    public Iterator<Request> upsertRequests(Iterator<Object> records, Defaults defaults, MatchOn matchOn) {
        return new DryRun(
                records,
                settings.chunkSize(OctolaneClient.MAX_BULK_CREATE),
                record -> upsertItem(0, record, defaults, matchOn),
                this::createRequest);
    }

    /** The requests of an update of many. */
    public Iterator<Request> updateRequests(Iterator<Object> records, Defaults defaults) {
        return new DryRun(
                records,
                settings.chunkSize(OctolaneClient.MAX_BULK_UPDATE),
                record -> updateItem(0, record, defaults),
                items -> client.bulkUpdateRequest(object, UpdateCall.changes(items)));
    }

    private Request createRequest(List<Item> items) {
        return client.bulkCreateRequest(object, items.stream().map(Item::body).toList());
    }

    private Item updateItem(int index, Object record, Defaults defaults) {
        Changes changes = mapper.update(object, record, defaults);
        if (changes.id() == null) {
            throw new OctolaneMappingException(List.of(Problem.of("id", null, "the UUID of the record to update")));
        }
        return new Item(index, record, changes.changes(), changes.id());
    }
}
