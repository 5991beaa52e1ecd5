// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.client.Filter;
import com.octolane.camel.client.Filters;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.client.Query;
import com.octolane.camel.mapping.FieldTable;
import com.octolane.camel.mapping.RecordReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Message;

/** Puts together what a read asks for: the body goes before a header, a header before an option. */
final class QueryReader {

    private final OctolaneObject object;
    private final OctolaneConfiguration options;
    private final ObjectMapper json;
    private final Filters filters;
    private final List<Filter> optionFilters;

    /** @throws IllegalArgumentException where the options hold a filter that cannot be read */
    QueryReader(OctolaneObject object, OctolaneConfiguration options, ObjectMapper json) {
        this.object = object;
        this.options = options;
        this.json = json;
        this.filters = new Filters(json, FieldTable.of(object)::isNumber);
        this.optionFilters = filters.read(options.getFilter(), options.getFilters());
    }

    /** A query with its cursor, null for the first page. */
    record Ask(Query query, String cursor) {}

    /** What the options alone ask for. */
    Query ofOptions(int defaultPageSize) {
        return new Query(
                options.getQuery(),
                optionFilters,
                direction(options.getSort()),
                fieldList(options.getFields()),
                options.getPageSize() == 0 ? defaultPageSize : options.getPageSize(),
                object == OctolaneObject.opportunity ? options.getPipelineId() : null,
                object == OctolaneObject.opportunity ? options.getStageId() : null);
    }

    /** What a list asks for: its body is not read. */
    Ask ofHeaders(Message message) {
        return of(message, json.createObjectNode());
    }

    /** What a search asks for, whose body may be a search request. */
    Ask ofBody(Message message) {
        Object body = message.getBody();
        if (body == null || body instanceof String text && text.isBlank()) {
            return ofHeaders(message);
        }
        JsonNode request = json.valueToTree(new RecordReader(json).one(body));
        if (!request.isObject()) {
            throw new OctolaneMappingException(
                    List.of(Problem.of("body", body, "a SearchRequest, a Map, or a JSON object")));
        }
        return of(message, request);
    }

    private Ask of(Message message, JsonNode body) {
        Query base = ofOptions(100);
        Object headerFilters = message.getHeader(OctolaneConstants.FILTERS);
        List<Filter> conditions = base.filters();
        if (body.hasNonNull("filters")) {
            conditions = filters.read(null, body.get("filters"));
        } else if (headerFilters != null) {
            conditions = filters.read(null, headerFilters);
        }
        Object fields = body.hasNonNull("fields")
                ? json.convertValue(body.get("fields"), Object.class)
                : message.getHeader(OctolaneConstants.FIELDS);
        String text =
                text(body, body.hasNonNull("query") ? "query" : "q", message, OctolaneConstants.QUERY, base.text());
        String sort = body.path("sort").isObject()
                ? body.path("sort").path("field").asText()
                        + ':'
                        + body.path("sort").path("direction").asText("asc")
                : text(body, "sort", message, OctolaneConstants.SORT, base.sort());
        boolean deals = object == OctolaneObject.opportunity;
        String pipeline =
                deals ? text(body, "pipeline_id", message, OctolaneConstants.PIPELINE_ID, base.pipelineId()) : null;
        String stage = deals ? text(body, "stage_id", message, OctolaneConstants.STAGE_ID, base.stageId()) : null;
        if (deals && pipeline == null) {
            throw new OctolaneMappingException(List.of(Problem.of(
                    "pipeline_id", null, "a pipeline: the API reads opportunities of one pipeline at a time")));
        }
        Query query = new Query(
                text,
                conditions,
                direction(sort),
                fields == null ? base.fields() : fieldList(fields),
                limit(body, message, base.limit()),
                pipeline,
                stage);
        return new Ask(query, text(body, "cursor", message, OctolaneConstants.CURSOR, null));
    }

    private static String text(JsonNode body, String key, Message message, String header, String option) {
        if (body.hasNonNull(key)) {
            return body.get(key).asText();
        }
        return ProducerHeaders.headerOr(message, header, option);
    }

    private static int limit(JsonNode body, Message message, int option) {
        Integer header = message.getHeader(OctolaneConstants.PAGE_SIZE, Integer.class);
        int limit = body.path("limit").asInt(header == null ? option : header);
        // assumption A-17
        if (limit < 1 || limit > OctolaneClient.MAX_PAGE_SIZE) {
            throw new OctolaneMappingException(
                    List.of(Problem.of("limit", limit, "a page size from 1 to " + OctolaneClient.MAX_PAGE_SIZE)));
        }
        return limit;
    }

    /** The API does not say which direction holds when none is given, so that one always is. */
    // assumptions
    private static String direction(String sort) {
        return sort == null || sort.isBlank() ? null : sort.contains(":") ? sort : sort + ":asc";
    }

    private static List<String> fieldList(Object fields) {
        List<String> names = fields instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : fields == null
                        ? List.of()
                        : Arrays.stream(fields.toString().split(","))
                                .map(String::strip)
                                .toList();
        List<String> filled = names.stream().filter(name -> !name.isBlank()).toList();
        if (filled.size() > OctolaneClient.MAX_FIELDS) {
            throw new IllegalArgumentException(
                    filled.size() + " fields: the API takes at most " + OctolaneClient.MAX_FIELDS);
        }
        return filled;
    }
}
