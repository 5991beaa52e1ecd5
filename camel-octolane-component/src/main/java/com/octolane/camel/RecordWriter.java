// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.bulk.BulkOperations;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.MatchOn;
import com.octolane.camel.bulk.OctolaneBulkException;
import com.octolane.camel.bulk.RowRejection;
import com.octolane.camel.bulk.UpsertResult;
import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.client.RecordIds;
import com.octolane.camel.client.Request;
import com.octolane.camel.mapping.Changes;
import com.octolane.camel.mapping.CustomFieldKey;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.MappingOptions;
import com.octolane.camel.mapping.RecordIterator;
import com.octolane.camel.mapping.RecordMapper;
import com.octolane.camel.mapping.RecordReader;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;

/** The operations that write records: one, or many. */
final class RecordWriter {

    private final OctolaneEndpoint endpoint;
    private final OctolaneConfiguration options;
    private final OctolaneObject object;
    private final OctolaneClient client;
    private final ProducerHeaders headers;
    private final RecordReader reader;
    private final RecordMapper mapper;
    private final Output output;
    private final ObjectMapper json;

    RecordWriter(OctolaneEndpoint endpoint, OctolaneClient client, ProducerHeaders headers, Output output) {
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.object = endpoint.getObject();
        this.client = client;
        this.headers = headers;
        this.output = output;
        this.json = endpoint.getComponent().objectMapper();
        this.reader = new RecordReader(json);
        this.mapper = new RecordMapper(
                mappingOptions(),
                json,
                options.isResolveCustomFields() ? new CustomFieldCache(client, System::nanoTime) : null,
                options.isResolveStages() ? new StageCache(client, System::nanoTime) : null);
    }

    private MappingOptions mappingOptions() {
        Map<String, String> fieldMapping = OctolaneConfiguration.texts(options.getFieldMapping());
        if (options.getMatchOn() != null && OctolaneOperation.upsert.objects().contains(object)) {
            // what a record is found by has to be written under the name by which it is looked for
            Collection<String> slugs = MatchOn.of(object, options.getMatchOn()).customFields();
            if (!slugs.isEmpty() && options.getCustomFieldKey() == CustomFieldKey.propertyName) {
                throw new IllegalArgumentException("The option matchOn names the custom fields " + slugs
                        + ", which are looked for by their slug: customFieldKey=propertyName cannot be used with it");
            }
            slugs.forEach(slug -> fieldMapping.putIfAbsent(slug, slug));
        }
        return new MappingOptions(
                options.getMapping(),
                fieldMapping,
                options.getUnmapped(),
                options.getCustomFieldKey(),
                options.getSelectKey(),
                options.getDateFormat(),
                ZoneId.of(options.getZone()));
    }

    void create(Message message) {
        Object record = reader.one(message.getBody());
        ObjectNode item = mapper.create(object, record, headers.defaults(message));
        if (options.isDryRun()) {
            message.setBody(output.request(client.createRequest(object, item)));
            return;
        }
        ApiResult result = client.create(object, item);
        if (object == OctolaneObject.activity) {
            ArrayNode rows = json.createArrayNode().add(result.data());
            RowRejection.check(object, client.createRequest(object, item), result.status(), rows, null);
        }
        answer(message, result, RecordIds.find(object, result.data()));
    }

    void update(Message message) {
        Changes changes = mapper.update(object, reader.one(message.getBody()), headers.defaults(message));
        String id = changes.id() == null ? headers.recordId(message) : changes.id();
        if (id == null) {
            throw new OctolaneMappingException(List.of(Problem.of(
                    "id",
                    null,
                    "the UUID of the record, as a key of the body, header CamelOctolaneRecordId or option"
                            + " recordId")));
        }
        Map<String, ObjectNode> body = Map.of(Uuids.require("id", id), changes.changes());
        Request request = client.bulkUpdateRequest(object, body);
        if (options.isDryRun()) {
            message.setBody(output.request(request));
            return;
        }
        ApiResult result = client.send(request);
        RowRejection.check(object, request, result.status(), result.data(), id);
        answer(message, result, id);
    }

    void upsert(Message message) {
        MatchOn matchOn = MatchOn.of(object, options.getMatchOn());
        Object record = reader.one(message.getBody());
        BulkOperations bulk = bulkOperations();
        if (options.isDryRun()) {
            message.setBody(output.request(bulk.upsertRequest(record, headers.defaults(message), matchOn)));
            return;
        }
        UpsertResult result = bulk.upsertOne(record, headers.defaults(message), matchOn);
        headers.identify(message, result.id());
        message.setBody(result);
    }

    private void answer(Message message, ApiResult result, String id) {
        headers.answered(message, result, id);
        message.setBody(output.data(result.data()));
    }

    void bulk(Message message, OctolaneOperation operation) throws IOException {
        boolean updates = operation == OctolaneOperation.bulkUpdate;
        Object source = updates && message.getBody() instanceof Map<?, ?> byId && IdAndChanges.fits(byId)
                ? IdAndChanges.records(byId)
                : message.getBody();
        MatchOn matchOn = operation.isUpsert() ? MatchOn.of(object, options.getMatchOn()) : null;
        try (RecordIterator records = reader.many(source)) {
            Defaults defaults = headers.defaults(message);
            BulkOperations bulk = bulkOperations();
            if (options.isDryRun()) {
                message.setBody(shown(
                        switch (operation) {
                            case bulkUpdate -> bulk.updateRequests(records, defaults);
                            case bulkUpsert -> bulk.upsertRequests(records, defaults, matchOn);
                            default -> bulk.createRequests(records, defaults);
                        }));
                return;
            }
            BulkResult result =
                    switch (operation) {
                        case bulkUpdate -> bulk.update(records, defaults);
                        case bulkUpsert -> bulk.upsert(records, defaults, matchOn);
                        default -> bulk.create(records, defaults);
                    };
            report(message, result);
            if (options.isFailOnPartial() && result.succeeded() < result.total()) {
                throw new OctolaneBulkException(result);
            }
        }
    }

    private BulkOperations bulkOperations() {
        return new BulkOperations(client, object, mapper, settings());
    }

    private BulkOperations.Settings settings() {
        OctolaneComponent component = endpoint.getComponent();
        return new BulkOperations.Settings(
                options.getBulkSize(),
                options.getBulkConcurrency(),
                component.executor(),
                component::isStopRequested,
                options.getBulkRowListener());
    }

    private void report(Message message, BulkResult result) {
        message.setHeader(OctolaneConstants.BULK_TOTAL, result.total());
        message.setHeader(OctolaneConstants.BULK_SUCCEEDED, result.succeeded());
        message.setHeader(OctolaneConstants.BULK_FAILED, result.failed());
        message.setHeader(OctolaneConstants.BULK_UNKNOWN, result.unknown());
        headers.identify(message, null);
        message.setBody(result);
    }

    private List<Object> shown(Iterator<Request> requests) {
        List<Object> shown = new ArrayList<>();
        requests.forEachRemaining(request -> shown.add(output.request(request)));
        return shown;
    }
}
