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
import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.PagedRecords;
import com.octolane.camel.client.Query;
import com.octolane.camel.client.RecordIds;
import com.octolane.camel.client.Request;
import com.octolane.camel.mapping.Changes;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.MappingOptions;
import com.octolane.camel.mapping.RecordIterator;
import com.octolane.camel.mapping.RecordMapper;
import com.octolane.camel.mapping.RecordReader;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Turns a message into calls of the API, and the answers into a message. Uses the caller's thread. */
public class OctolaneProducer extends DefaultProducer {

    private final OctolaneEndpoint endpoint;
    private final OctolaneConfiguration options;
    private final OctolaneObject object;
    private OctolaneClient client;
    private ProducerHealthChecks.Registration healthCheck;
    private RecordMapper mapper;
    private RecordReader reader;
    private QueryReader queries;
    private Output output;
    private Definitions definitionReader;
    private ObjectMapper json;

    public OctolaneProducer(OctolaneEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.object = endpoint.getObject();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        json = endpoint.getComponent().objectMapper();
        Map<String, String> fieldMapping = new LinkedHashMap<>();
        if (options.getFieldMapping() != null) {
            options.getFieldMapping().forEach((from, to) -> fieldMapping.put(from, String.valueOf(to)));
        }
        if (options.getMatchOn() != null && OctolaneOperation.upsert.objects().contains(object)) {
            MatchOn.of(object, options.getMatchOn())
                    .customFields()
                    .forEach(slug -> fieldMapping.putIfAbsent(slug, slug));
        }
        mapper = new RecordMapper(
                new MappingOptions(
                        options.getMapping(),
                        fieldMapping,
                        options.getUnmapped(),
                        options.getDateFormat(),
                        ZoneId.of(options.getZone())),
                json,
                options.isResolveCustomFields() ? new CustomFieldCache(() -> client, System::nanoTime) : null);
        reader = new RecordReader(json);
        queries = new QueryReader(object, options, json);
        definitionReader = new Definitions(json, reader);
        output = new Output(object, options.getOutputFormat(), json);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = endpoint.createClient();
        healthCheck = endpoint.getComponent().producerHealthChecks().register(endpoint);
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthCheck.remove();
            healthCheck = null;
        }
        super.doStop();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        String header = message.getHeader(OctolaneConstants.OPERATION, String.class);
        OctolaneOperation operation = header == null ? options.getOperation() : OctolaneOperation.of(header);
        operation.requireSupportFor(object);
        switch (operation) {
            case create -> create(message);
            case update -> update(message);
            case upsert -> upsert(message);
            case bulkCreate, bulkUpdate, bulkUpsert -> bulk(message, operation);
            case get -> get(message);
            case list -> read(exchange, queries.ofHeaders(message), client::list);
            case search -> read(exchange, queries.ofBody(message), client::search);
            case listFields -> answerList(message, client.listFields(object, pipeline(message)), "fields");
            case listStages -> answerList(message, client.listStages(pipeline(message)), "stages");
            case createFields, updateFields, createStages -> define(message, operation);
        }
    }

    private void create(Message message) {
        Object record = reader.one(message.getBody());
        ObjectNode item = mapper.create(object, record, defaults(message));
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

    private void update(Message message) {
        Changes changes = mapper.update(object, reader.one(message.getBody()), defaults(message));
        String id = changes.id() == null ? recordId(message) : changes.id();
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

    private void upsert(Message message) {
        MatchOn matchOn = MatchOn.of(object, options.getMatchOn());
        Object record = reader.one(message.getBody());
        if (options.isDryRun()) {
            message.setBody(
                    output.request(client.createRequest(object, mapper.create(object, record, defaults(message)))));
            return;
        }
        UpsertResult result = bulkOperations().upsertOne(record, defaults(message), matchOn);
        identify(message, result.id());
        message.setBody(result);
    }

    private void answer(Message message, ApiResult result, String id) {
        message.setHeader(OctolaneConstants.STATUS_CODE, result.status());
        set(message, OctolaneConstants.MESSAGE, result.message());
        identify(message, id);
        message.setBody(output.data(result.data()));
    }

    private void answerList(Message message, ApiResult result, String list) {
        answer(message, new ApiResult(result.status(), result.message(), Definitions.list(result.data(), list)), null);
    }

    private void define(Message message, OctolaneOperation operation) throws IOException {
        String pipeline = pipeline(message);
        ArrayNode definitions =
                switch (operation) {
                    case createFields -> definitionReader.read(message.getBody(), "name", "attribute_type");
                    case createStages -> definitionReader.read(message.getBody(), "label");
                    default -> definitionReader.read(message.getBody());
                };
        Request request =
                switch (operation) {
                    case createFields -> client.createFieldsRequest(object, pipeline, definitions);
                    case createStages -> client.createStagesRequest(pipeline, definitions);
                    default -> client.updateFieldsRequest(object, pipeline, definitions);
                };
        if (options.isDryRun()) {
            message.setBody(output.request(request));
        } else {
            answerList(
                    message, client.send(request), operation == OctolaneOperation.createStages ? "stages" : "fields");
        }
    }

    /** The pipeline whose fields or stages are meant; null for other objects. */
    private String pipeline(Message message) {
        String pipeline = defaults(message).pipelineId();
        if (object == OctolaneObject.opportunity && pipeline == null) {
            throw new OctolaneMappingException(List.of(Problem.of(
                    "pipeline_id", null, "a pipeline, as header CamelOctolanePipelineId or option pipelineId")));
        }
        return pipeline;
    }

    /** The id never stands without its object, so that one left over is not taken for that of another object. */
    private void identify(Message message, String id) {
        message.setHeader(OctolaneConstants.OBJECT, object.name());
        set(message, OctolaneConstants.RECORD_ID, id);
    }

    private static void set(Message message, String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }

    private Defaults defaults(Message message) {
        return new Defaults(
                headerOr(message, OctolaneConstants.PIPELINE_ID, options.getPipelineId()),
                headerOr(message, OctolaneConstants.STAGE_ID, options.getStageId()));
    }

    private static String headerOr(Message message, String header, String option) {
        String value = message.getHeader(header, String.class);
        return value == null || value.isBlank() ? option : value;
    }

    /** The header, unless it belongs to another object's record, else the option. */
    private String recordId(Message message) {
        String owner = message.getHeader(OctolaneConstants.OBJECT, String.class);
        return owner == null || owner.equals(object.name())
                ? headerOr(message, OctolaneConstants.RECORD_ID, options.getRecordId())
                : options.getRecordId();
    }

    private void bulk(Message message, OctolaneOperation operation) throws IOException {
        boolean updates = operation == OctolaneOperation.bulkUpdate;
        Object source = updates && message.getBody() instanceof Map<?, ?> byId && IdAndChanges.fits(byId)
                ? IdAndChanges.records(byId)
                : message.getBody();
        MatchOn matchOn = operation.isUpsert() ? MatchOn.of(object, options.getMatchOn()) : null;
        try (RecordIterator records = reader.many(source)) {
            if (options.isDryRun()) {
                message.setBody(dryRun(records, defaults(message), updates));
                return;
            }
            BulkResult result =
                    switch (operation) {
                        case bulkUpdate -> bulkOperations().update(records, defaults(message));
                        case bulkUpsert -> bulkOperations().upsert(records, defaults(message), matchOn);
                        default -> bulkOperations().create(records, defaults(message));
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
        identify(message, null);
        message.setBody(result);
    }

    private List<Object> dryRun(RecordIterator records, Defaults defaults, boolean updates) {
        List<Object> requests = new ArrayList<>();
        BulkOperations.dryRun(client, object, mapper, options.getBulkSize(), updates, defaults, records)
                .forEachRemaining(request -> requests.add(output.request(request)));
        return requests;
    }

    private void get(Message message) {
        Object body = message.getBody();
        String key = body instanceof String text && !text.isBlank() ? text.strip() : recordId(message);
        if (key == null) {
            throw new OctolaneMappingException(List.of(Problem.of(
                    "id",
                    body,
                    "an id, a domain or an e-mail address, as the body, header"
                            + " CamelOctolaneRecordId or option recordId")));
        }
        String field = Uuids.isUuid(key) ? "id" : object == OctolaneObject.account ? "domain" : "email";
        if (object == OctolaneObject.opportunity) {
            Uuids.require("id", key);
        }
        Query query = queries.ofHeaders(message).query().forOne(new Filter(field, "eq", key));
        Page page = client.search(object, query, null);
        // a server that ignores the filter must not pass another record off as this one
        Map<String, Object> found = page.records().stream()
                .filter(record -> key.equalsIgnoreCase(String.valueOf(record.get(field))))
                .findFirst()
                .orElse(null);
        message.setHeader(OctolaneConstants.FOUND, found != null);
        message.setHeader(OctolaneConstants.STATUS_CODE, page.status());
        message.setHeader(OctolaneConstants.CUSTOM_FIELD_DEFINITIONS, page.definitions());
        identify(message, found == null ? null : String.valueOf(found.get("id")));
        message.setBody(found == null ? null : output.record(found));
    }

    /** Reads one page of an object. */
    @FunctionalInterface
    private interface PageCall {
        Page read(OctolaneObject object, Query query, String cursor);
    }

    private void read(Exchange exchange, QueryReader.Ask ask, PageCall call) {
        Message message = exchange.getMessage();
        PageSource source = (query, cursor) -> call.read(object, query, cursor);
        PagedRecords records = new PagedRecords(source, ask.query(), ask.cursor());
        // it fits this query alone: left over, it would reach the next one
        message.removeHeader(OctolaneConstants.CURSOR);
        message.setHeader(
                OctolaneConstants.CUSTOM_FIELD_DEFINITIONS, records.page().definitions());
        message.setHeader(OctolaneConstants.STATUS_CODE, records.page().status());
        identify(message, null);
        switch (options.getPaging()) {
            case page -> {
                message.setHeader(OctolaneConstants.HAS_MORE, records.page().hasMore());
                set(message, OctolaneConstants.NEXT_CURSOR, records.page().nextCursor());
                message.setBody(output.list(records.page().records()));
            }
            case all -> {
                List<Map<String, Object>> all = new ArrayList<>();
                records.forEachRemaining(all::add);
                message.setBody(output.list(all));
            }
            case stream -> {
                RecordStream stream = new RecordStream(records, output::record);
                exchange.getExchangeExtension().addOnCompletion(stream);
                message.setBody(stream);
            }
        }
    }
}
