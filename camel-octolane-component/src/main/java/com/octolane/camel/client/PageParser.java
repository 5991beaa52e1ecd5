// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a page as a stream of tokens, one record at a time, without a tree of the whole. */
final class PageParser {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ObjectReader maps;

    PageParser(ObjectMapper json) {
        this.maps = json.readerFor(MAP);
    }

    /**
     * @param list the key of the list of records in {@code data}
     * @return the page, or null where the answer says {@code success:false}
     * @throws IOException where the answer is no JSON, is cut, or holds no list of records
     */
    Page parse(Answer answer, String list) throws IOException {
        Content content = new Content();
        try (JsonParser parser = maps.getFactory().createParser(answer.body())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("success") && value == JsonToken.VALUE_FALSE) {
                    return null;
                } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
                    content.read(parser, list);
                } else {
                    parser.skipChildren();
                }
            }
        }
        // assumption A-36
        if (content.records == null) {
            throw new IOException("the answer has no list 'data." + list + "'");
        }
        boolean more = content.hasMore && content.cursor != null && !content.cursor.isEmpty();
        return new Page(
                content.records,
                content.definitions,
                more ? content.cursor : null,
                answer.serverTime(),
                answer.status());
    }

    private final class Content {

        private List<Map<String, Object>> records;
        private Map<String, Object> definitions = Map.of();
        private boolean hasMore = true;
        private String cursor;

        void read(JsonParser parser, String list) throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(list) && value == JsonToken.START_ARRAY) {
                    records = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        records.add(maps.readValue(parser));
                    }
                } else if (name.equals("custom_field_definitions") && value == JsonToken.START_OBJECT) {
                    definitions = maps.readValue(parser);
                } else if (name.equals("has_more")) {
                    hasMore = value != JsonToken.VALUE_FALSE;
                } else if (name.equals("next_cursor")) {
                    cursor = value == JsonToken.VALUE_NULL ? null : parser.getValueAsString();
                } else {
                    parser.skipChildren();
                }
            }
        }
    }
}
