// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneAuthenticationException;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneRateLimitException;
import com.octolane.camel.client.OctolaneServerException;
import com.octolane.camel.client.OctolaneTransportException;
import com.octolane.camel.client.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The service as probes see it: requests in the client's own way, answers with what is wrong instead of exceptions. */
final class Crm {

    static final String MARK = "camel-octolane-doctor";

    private static final int SAMPLES = 25;

    private final OctolaneClient client;
    private final Anonymiser anonymiser;
    private final String pipeline;
    private final Written written;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<OctolaneObject, Reply> samples = new EnumMap<>(OctolaneObject.class);
    private volatile boolean stopped;

    /**
     * @param pipeline the pipeline whose opportunities are looked at, or null
     * @param written  is told of writes whose outcome nobody can know; of the others probes tell it
     */
    Crm(OctolaneClient client, Anonymiser anonymiser, String pipeline, Written written) {
        this.client = client;
        this.anonymiser = anonymiser;
        this.pipeline = pipeline;
        this.written = written;
    }

    /** No request is begun from now on. */
    void stop() {
        stopped = true;
    }

    String pipeline() {
        return pipeline;
    }

    /** What can be read. */
    List<OctolaneObject> objects() {
        return pipeline == null
                ? List.of(OctolaneObject.account, OctolaneObject.contact)
                : List.of(OctolaneObject.account, OctolaneObject.contact, OctolaneObject.opportunity);
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    ArrayNode array() {
        return json.createArrayNode();
    }

    Reply get(String path) {
        return send(Request.get(path));
    }

    Reply post(String path, JsonNode body, boolean repeatable) {
        return send(Request.post(path, bytes(body), repeatable));
    }

    Reply patch(String path, JsonNode body) {
        return send(Request.patch(path, bytes(body)));
    }

    /** @param body a search without its pipeline */
    Reply search(OctolaneObject object, ObjectNode body) {
        if (object == OctolaneObject.opportunity) {
            body.put("pipeline_id", pipeline);
        }
        Reply reply = send(Request.post('/' + object.plural() + "/search", bytes(body), true));
        reply.records(object.plural()).forEach(anonymiser::learn);
        return reply;
    }

    /** @param value null for an operator without one */
    Reply filtered(OctolaneObject object, String field, String operator, JsonNode value) {
        ObjectNode search = object().put("limit", SAMPLES);
        ObjectNode filter = search.putArray("filters").addObject();
        filter.put("field", field).put("operator", operator);
        if (value != null) {
            filter.set("value", value);
        }
        return search(object, search);
    }

    JsonNode value(Object value) {
        return json.valueToTree(value);
    }

    /** The first page of a list, read once. */
    Reply sample(OctolaneObject object) {
        return samples.computeIfAbsent(object, key -> {
            String scope = key == OctolaneObject.opportunity ? "&pipeline_id=" + pipeline : "";
            Reply reply = get('/' + key.plural() + "?limit=" + SAMPLES + scope);
            reply.records(key.plural()).forEach(anonymiser::learn);
            return reply;
        });
    }

    List<JsonNode> records(OctolaneObject object) {
        return new ArrayList<>(sample(object).records(object.plural()));
    }

    private Reply send(Request request) {
        if (stopped) {
            throw new CannotRun("The run was interrupted.");
        }
        try {
            var result = client.send(request);
            return Reply.success(result.status(), result.data());
        } catch (OctolaneAuthenticationException e) {
            throw new CannotRun("The key was refused (401): nothing more was asked.");
        } catch (OctolaneRateLimitException e) {
            throw new CannotRun(
                    "The service keeps answering 429: try again later, with --requests-per-second below 4.");
        } catch (OctolaneServerException e) {
            doubt(request);
            throw e;
        } catch (OctolaneApiException e) {
            return Reply.refused(e, anonymiser.clean(describe(e)), tree(e.getBody()));
        } catch (OctolaneTransportException e) {
            if (e.isMaybeProcessed()) {
                doubt(request);
            }
            throw new CannotRun(
                    e.getMessage().contains("not the JSON expected")
                            ? "The base URL is no Octolane API: its answer is not JSON of the expected form."
                            : "The service did not answer: " + anonymiser.clean(e.getMessage()));
        }
    }

    private void doubt(Request request) {
        if (request.body() != null && !request.path().endsWith("/search")) {
            written.add(request.path().substring(1), null, "perhaps: the service did not answer; look for " + MARK);
        }
    }

    private static String describe(OctolaneApiException e) {
        return e.getErrors().isEmpty() ? e.getApiMessage() : e.getApiMessage() + " " + e.getErrors();
    }

    private JsonNode tree(String text) {
        try {
            JsonNode tree = json.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            // an error page: reports tell that it is no JSON
            return MissingNode.getInstance();
        }
    }

    private byte[] bytes(JsonNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
