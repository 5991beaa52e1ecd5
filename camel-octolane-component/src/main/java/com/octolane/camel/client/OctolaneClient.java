// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The calls of the Octolane API, one method each. Safe for use by many threads. */
public final class OctolaneClient {

    /** Records in one bulk create. */
    public static final int MAX_BULK_CREATE = 100;
    /** Records in one bulk update. */
    public static final int MAX_BULK_UPDATE = 50;
    /** Records on one page. */
    public static final int MAX_PAGE_SIZE = 500;
    /** Conditions in one search. */
    public static final int MAX_FILTERS = 50;
    /** Fields in one projection. */
    public static final int MAX_FIELDS = 100;

    private final Caller caller;
    private final ObjectMapper json;
    private final PageParser pages;
    private final int lookUpPageSize;
    private final Map<String, String> updateNames;

    public OctolaneClient(Caller caller, ObjectMapper json) {
        this(caller, json, 0, Map.of());
    }

    /**
     * @param lookUpPageSize records on a page of a look-up, 0 for as many as the API gives
     * @param updateNames    the API's names for fields of opportunities in updates, by those that creates use
     */
    public OctolaneClient(Caller caller, ObjectMapper json, int lookUpPageSize, Map<String, String> updateNames) {
        this.lookUpPageSize = lookUpPageSize == 0 ? MAX_PAGE_SIZE : lookUpPageSize;
        this.updateNames = Map.copyOf(updateNames);
        this.caller = caller;
        this.json = json;
        this.pages = new PageParser(json);
    }

    /** How many records a page has when keys are looked up. */
    public int lookUpPageSize() {
        return lookUpPageSize;
    }

    /** The request of {@link #create}. Activities have no single create that is known: theirs is a bulk of one. */
    public Request createRequest(OctolaneObject object, ObjectNode item) {
        // assumption A-07
        return object == OctolaneObject.activity
                ? bulkCreateRequest(object, List.of(item))
                : Request.post('/' + object.plural(), bytes(item), object.isCreateRepeatable());
    }

    public ApiResult create(OctolaneObject object, ObjectNode item) {
        ApiResult result = caller.call(createRequest(object, item));
        JsonNode data = result.data();
        return object == OctolaneObject.activity && data.isArray() && data.size() == 1
                ? new ApiResult(result.status(), result.message(), data.get(0))
                : result;
    }

    public Request bulkCreateRequest(OctolaneObject object, List<ObjectNode> items) {
        ArrayNode array = json.createArrayNode().addAll(items);
        return Request.post('/' + object.plural() + "/bulk", bytes(array), object.isCreateRepeatable());
    }

    /** Creates at most {@value #MAX_BULK_CREATE} records. */
    public ApiResult bulkCreate(OctolaneObject object, List<ObjectNode> items) {
        return caller.call(bulkCreateRequest(object, items));
    }

    public Request bulkUpdateRequest(OctolaneObject object, Map<String, ObjectNode> changes) {
        ObjectNode body = json.createObjectNode();
        if (object == OctolaneObject.opportunity && !updateNames.isEmpty()) {
            changes.forEach((id, fields) -> body.set(id, renamed(fields)));
        } else {
            body.setAll(changes);
        }
        return Request.patch('/' + object.plural() + "/bulk", bytes(body));
    }

    // assumption A-10
    private ObjectNode renamed(ObjectNode fields) {
        ObjectNode renamed = json.createObjectNode();
        fields.properties()
                .forEach(each -> renamed.set(updateNames.getOrDefault(each.getKey(), each.getKey()), each.getValue()));
        return renamed;
    }

    /**
     * Changes at most {@value #MAX_BULK_UPDATE} records.
     *
     * @param changes the changed fields by the record's id
     */
    public ApiResult bulkUpdate(OctolaneObject object, Map<String, ObjectNode> changes) {
        return caller.call(bulkUpdateRequest(object, changes));
    }

    public Request listRequest(OctolaneObject object, Query query, String cursor) {
        StringJoiner parameters = new StringJoiner("&", '/' + object.plural() + '?', "");
        parameter(parameters, "pipeline_id", query.pipelineId());
        parameter(parameters, "stage_id", query.stageId());
        parameter(parameters, "q", query.text());
        parameter(parameters, "limit", String.valueOf(query.limit()));
        parameter(parameters, "fields", query.fields().isEmpty() ? null : String.join(",", query.fields()));
        parameter(parameters, "cursor", cursor);
        return Request.get(parameters.toString());
    }

    /** Reads a page with GET, which knows neither filters nor a sort. */
    public Page list(OctolaneObject object, Query query, String cursor) {
        return page(object, listRequest(object, query, cursor));
    }

    public Request searchRequest(OctolaneObject object, Query query, String cursor) {
        ObjectNode body = json.createObjectNode();
        text(body, "pipeline_id", query.pipelineId());
        text(body, "stage_id", query.stageId());
        // assumption A-33
        text(body, "query", query.text());
        if (!query.filters().isEmpty()) {
            ArrayNode filters = body.putArray("filters");
            query.filters().forEach(each -> {
                ObjectNode filter =
                        filters.addObject().put("field", each.field()).put("operator", each.operator());
                if (each.value() != null) {
                    filter.set("value", json.valueToTree(each.value()));
                }
            });
        }
        text(body, "sort", query.sort());
        if (!query.fields().isEmpty()) {
            body.set("fields", json.valueToTree(query.fields()));
        }
        body.put("limit", query.limit());
        text(body, "cursor", cursor);
        return Request.post('/' + object.plural() + "/search", bytes(body), true);
    }

    /** Reads a page with a search. */
    public Page search(OctolaneObject object, Query query, String cursor) {
        return page(object, searchRequest(object, query, cursor));
    }

    /**
     * Asks for one record, to learn whether the API answers and takes the key. Sends once, at once.
     *
     * @param object     a readable one
     * @param pipelineId required for opportunities
     * @throws OctolaneException telling why it does not work
     */
    public void check(OctolaneObject object, String pipelineId) {
        caller.callAtOnce(
                searchRequest(object, Query.ofOne(pipelineId), null), answer -> pages.parse(answer, object.plural()));
    }

    private Page page(OctolaneObject object, Request request) {
        return caller.call(request, answer -> pages.parse(answer, object.plural()));
    }

    /** The field definitions of accounts or contacts, or of a pipeline's opportunities. */
    public ApiResult listFields(OctolaneObject object, String pipelineId) {
        return caller.call(Request.get(scope(object, pipelineId) + "/fields"));
    }

    /** Sends a request that this client made. */
    public ApiResult send(Request request) {
        return caller.call(request);
    }

    public Request createFieldsRequest(OctolaneObject object, String pipelineId, ArrayNode definitions) {
        return Request.post(scope(object, pipelineId) + "/fields/bulk", bytes(definitions), false);
    }

    public Request updateFieldsRequest(OctolaneObject object, String pipelineId, ArrayNode definitions) {
        return Request.post(scope(object, pipelineId) + "/fields/bulk/update", bytes(definitions), true);
    }

    public ApiResult listStages(String pipelineId) {
        return caller.call(Request.get("/pipelines/" + encode(pipelineId) + "/stages"));
    }

    public Request createStagesRequest(String pipelineId, ArrayNode stages) {
        return Request.post("/pipelines/" + encode(pipelineId) + "/stages/bulk", bytes(stages), false);
    }

    private static String scope(OctolaneObject object, String pipelineId) {
        return object == OctolaneObject.opportunity ? "/pipelines/" + encode(pipelineId) : '/' + object.plural();
    }

    private static void text(ObjectNode body, String name, String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static void parameter(StringJoiner parameters, String name, String value) {
        if (value != null) {
            parameters.add(name + '=' + encode(value));
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] bytes(JsonNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new OctolaneException("A request could not be written as JSON", e);
        }
    }
}
