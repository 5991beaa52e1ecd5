// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;

/** The values of JSON text, one at a time: those of an array, or those that follow one another. */
final class JsonRecords implements RecordIterator {

    private final ObjectReader json;
    private final JsonParser parser;
    private final Closeable source;
    private final Object body;
    private boolean inArray;
    private boolean peeked;
    private boolean ended;
    private int record;

    /**
     * @param source what to close beside the parser, or null
     * @param body   whose type errors name
     */
    JsonRecords(ObjectReader json, JsonParser parser, Closeable source, Object body) {
        this.json = json;
        this.parser = parser;
        this.source = source;
        this.body = body;
    }

    @Override
    public boolean hasNext() {
        if (!peeked && !ended) {
            try {
                peek();
            } catch (IOException e) {
                throw broken(e);
            }
        }
        return peeked;
    }

    /** Whether the records read so far, and the next one, stand in an array. */
    boolean isInArray() {
        return inArray;
    }

    private void peek() throws IOException {
        JsonToken token = parser.nextToken();
        // arrays that follow one another, such as the pages of an export, are read like one
        while (token == JsonToken.START_ARRAY && !inArray || token == JsonToken.END_ARRAY && inArray) {
            inArray = token == JsonToken.START_ARRAY;
            token = parser.nextToken();
        }
        ended = token == null;
        peeked = !ended;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        peeked = false;
        record++;
        try {
            return parser.currentToken() == JsonToken.VALUE_NULL ? null : json.readValue(parser);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private OctolaneMappingException broken(IOException cause) {
        ended = true;
        return broken(body, record, cause);
    }

    /** @param record how many records were read before, or the number of the one that is broken */
    static OctolaneMappingException broken(Object body, int record, IOException cause) {
        String where = cause instanceof JsonProcessingException json && json.getLocation() != null
                ? " (record " + record + ", line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ")"
                : " (record " + record + ")";
        return new OctolaneMappingException(Problem.of("body", body, "JSON" + where), cause);
    }

    @Override
    public void close() throws IOException {
        ended = true;
        peeked = false;
        try {
            parser.close();
        } finally {
            if (source != null) {
                source.close();
            }
        }
    }
}
