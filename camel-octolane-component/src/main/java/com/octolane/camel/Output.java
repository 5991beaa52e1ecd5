// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Request;
import com.octolane.camel.model.Account;
import com.octolane.camel.model.Activity;
import com.octolane.camel.model.Contact;
import com.octolane.camel.model.Note;
import com.octolane.camel.model.Opportunity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives what was read or answered the form that the option {@code outputFormat} asks for. */
final class Output {

    private final OctolaneObject object;
    private final OutputFormat format;
    private final ObjectMapper json;

    Output(OctolaneObject object, OutputFormat format, ObjectMapper json) {
        this.object = object;
        this.format = format;
        this.json = json;
    }

    /** A record that was read. */
    Object record(Map<String, Object> record) {
        return switch (format) {
            case map -> record;
            case json -> text(record);
            case model -> json.convertValue(record, modelClass());
        };
    }

    /** Records that were read: a List, or a JSON array. */
    Object list(List<Map<String, Object>> records) {
        return format == OutputFormat.json
                ? text(records)
                : records.stream().map(this::record).toList();
    }

    /** The data of an answer, null where there is none. */
    Object data(JsonNode data) {
        if (data.isNull()) {
            return null;
        }
        return switch (format) {
            case map -> json.convertValue(data, Object.class);
            case json -> text(data);
            case model ->
                data.isObject() ? json.convertValue(data, modelClass()) : json.convertValue(data, Object.class);
        };
    }

    /** A request that is not sent: method, path and body. */
    Object request(Request request) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("method", request.method());
        shown.put("path", request.path());
        try {
            shown.put("body", json.readValue(request.body(), Object.class));
        } catch (IOException e) {
            throw new OctolaneException("The request " + request + " could not be shown", e);
        }
        return format == OutputFormat.json ? text(shown) : shown;
    }

    private Class<?> modelClass() {
        return switch (object) {
            case opportunity -> Opportunity.class;
            case account -> Account.class;
            case contact -> Contact.class;
            case note -> Note.class;
            case activity -> Activity.class;
        };
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new OctolaneException("A record could not be written as JSON", e);
        }
    }
}
