// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.client.Request;
import com.octolane.camel.mapping.Changes;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.RecordMapper;
import com.octolane.camel.mapping.Upsert;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

        BulkWriter writer(int maximum, java.util.function.Function<List<Item>, List<BulkResult.Row>> chunks) {
            int chunkSize = size == 0 ? maximum : Math.min(size, maximum);
            return new BulkWriter(chunkSize, concurrency, executor, stopping, chunks, listener);
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
        return settings.writer(OctolaneClient.MAX_BULK_UPDATE, chunks::write).write(records, (index, record) -> {
            Changes changes = changes(mapper, object, record, defaults);
            return new Item(index, record, changes.changes(), changes.id());
        });
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

    private Item upsertItem(int index, Object record, Defaults defaults, MatchOn matchOn) {
        Upsert upsert = mapper.upsert(object, record, defaults);
        String pipeline = upsert.create().path("pipeline_id").asText("");
        String key = pipeline + '\n' + matchOn.keyOf(upsert.fields());
        return new Item(index, record, upsert.create(), key, upsert.fields());
    }

    /** The requests that a bulk operation would send; a record that cannot be mapped throws. */
    public static Iterator<Request> dryRun(
            OctolaneClient client,
            OctolaneObject object,
            RecordMapper mapper,
            int bulkSize,
            boolean updates,
            Defaults defaults,
            Iterator<Object> records) {
        int maximum = updates ? OctolaneClient.MAX_BULK_UPDATE : OctolaneClient.MAX_BULK_CREATE;
        int size = bulkSize == 0 ? maximum : Math.min(bulkSize, maximum);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Request next() {
                List<ObjectNode> items = new ArrayList<>();
                Map<String, ObjectNode> changes = new LinkedHashMap<>();
                while (records.hasNext() && items.size() + changes.size() < size) {
                    if (updates) {
                        Changes each = changes(mapper, object, records.next(), defaults);
                        changes.put(each.id(), each.changes());
                    } else {
                        items.add(mapper.create(object, records.next(), defaults));
                    }
                }
                return updates ? client.bulkUpdateRequest(object, changes) : client.bulkCreateRequest(object, items);
            }
        };
    }

    private static Changes changes(RecordMapper mapper, OctolaneObject object, Object record, Defaults defaults) {
        Changes changes = mapper.update(object, record, defaults);
        if (changes.id() == null) {
            throw new OctolaneMappingException(List.of(Problem.of("id", null, "the UUID of the record to update")));
        }
        return changes;
    }
}
