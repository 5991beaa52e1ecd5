// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a write, counted while its body streams by: nothing is kept of them but what the answer needs. */
final class Rows {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String BAD = "BAD";

    private final String plural;
    private final List<String> keys = new ArrayList<>();
    private final List<Integer> bad = new ArrayList<>();
    private int count;

    private Rows(String plural) {
        this.plural = plural;
    }

    /** @throws IOException where the body is no JSON array of objects */
    static Rows list(String plural, byte[] body) throws IOException {
        Rows rows = new Rows(plural);
        try (JsonParser parser = JSON.createParser(body)) {
            require(parser.nextToken(), JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.row(parser);
            }
        }
        return rows;
    }

    /** @throws IOException where the body is no JSON object */
    static Rows one(String plural, byte[] body) throws IOException {
        Rows rows = new Rows(plural);
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            rows.row(parser);
        }
        return rows;
    }

    /** @throws IOException where the body is no JSON object of objects */
    static Rows byId(String plural, byte[] body) throws IOException {
        Rows rows = new Rows(plural);
        try (JsonParser parser = JSON.createParser(body)) {
            require(parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                rows.keys.add(parser.currentName());
                require(parser.nextToken(), JsonToken.START_OBJECT);
                parser.skipChildren();
                rows.count++;
            }
        }
        return rows;
    }

    private static void require(JsonToken actual, JsonToken expected) throws IOException {
        if (actual != expected) {
            throw new IOException("expected " + expected + ", got " + actual);
        }
    }

    private void row(JsonParser parser) throws IOException {
        require(parser.currentToken(), JsonToken.START_OBJECT);
        String naturalKey = Samples.naturalKey(plural);
        String key = null;
        String name = null;
        for (int depth = 1; depth > 0; ) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the body is cut");
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING) {
                String field = parser.currentName();
                if ("name".equals(field)) {
                    name = parser.getText();
                } else if (naturalKey != null && naturalKey.equals(field)) {
                    key = parser.getText();
                }
            }
        }
        keys.add(naturalKey == null ? name : key);
        if (name != null && name.startsWith(BAD)) {
            bad.add(count);
        }
        count++;
    }

    int count() {
        return count;
    }

    /** The places of the rows whose name begins with BAD. */
    List<Integer> bad() {
        return bad;
    }

    /**
     * The answer to a create: each row's id, in order. Rows that the API recognises keep their ids, others get new ones.
     *
     * @param next  the number of the first new record
     * @param named whether the answer shows what names each row, too
     */
    byte[] created(int next, boolean named, boolean single) throws IOException {
        ByteArrayBuilder bytes = new ByteArrayBuilder(64 + 64 * count);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            start(json, single ? "Created" : count + " processed");
            if (!single) {
                json.writeStartArray();
            }
            for (int i = 0; i < count; i++) {
                json.writeStartObject();
                String key = Samples.naturalKey(plural) == null ? null : keys.get(i);
                int known = key == null ? -1 : Samples.number(key);
                json.writeStringField("id", Samples.id(plural, known >= 0 ? known : (next + i) % 1_000_000_000));
                if (named && keys.get(i) != null) {
                    json.writeStringField(key == null ? "name" : Samples.naturalKey(plural), keys.get(i));
                }
                json.writeEndObject();
            }
            if (!single) {
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The answer to an update: the ids. */
    byte[] updated() throws IOException {
        ByteArrayBuilder bytes = new ByteArrayBuilder(64 + 64 * count);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            start(json, "Objects were updated.");
            json.writeStartArray();
            for (String id : keys) {
                json.writeStartObject();
                json.writeStringField("id", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void start(JsonGenerator json, String message) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("success", true);
        json.writeStringField("message", message);
        json.writeFieldName("data");
    }

    /** The answer with status 400: it names every bad row, or none. */
    byte[] refused(boolean named, boolean single) throws IOException {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeBooleanField("success", false);
            json.writeNumberField("statusCode", 400);
            json.writeStringField("message", "Validation error");
            json.writeObjectFieldStart("errors");
            if (named && !single) {
                for (int row : bad) {
                    json.writeStringField("[" + row + "].name", "Name must not begin with " + BAD);
                }
            } else {
                json.writeStringField("name", "Name must not begin with " + BAD);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
