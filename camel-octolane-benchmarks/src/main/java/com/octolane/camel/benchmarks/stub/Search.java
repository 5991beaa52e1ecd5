// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a search asks for: records with certain keys, or all from a time on. */
final class Search {

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> KEYS = List.of("id", "domain", "email", "name");

    private final List<String> keys = new ArrayList<>();
    private boolean byKey;
    private Instant since;
    private String sort;
    private String cursor;
    private int limit = 100;

    private Search() {}

    /** @throws IOException where the body is no JSON object */
    static Search read(byte[] body) throws IOException {
        Search search = new Search();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a search is a JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "filters" -> search.filters(parser);
                    case "sort" -> search.sort = parser.getValueAsString();
                    case "cursor" -> search.cursor = value == JsonToken.VALUE_NULL ? null : parser.getText();
                    case "limit" -> search.limit = parser.getIntValue();
                    default -> parser.skipChildren();
                }
            }
        }
        return search;
    }

    /** What GET asks for; null stands for what is not said. */
    static Search of(String limit, String cursor) {
        Search search = new Search();
        search.limit = limit == null ? search.limit : Integer.parseInt(limit);
        search.cursor = cursor;
        return search;
    }

    private void filters(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            filter(parser);
        }
    }

    private void filter(JsonParser parser) throws IOException {
        String field = "";
        String operator = "eq";
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "field" -> field = parser.getText();
                case "operator" -> operator = parser.getText();
                default -> {
                    if (value == JsonToken.START_ARRAY) {
                        while (parser.nextToken() != JsonToken.END_ARRAY) {
                            values.add(parser.getText());
                        }
                    } else {
                        values.add(parser.getText());
                    }
                }
            }
        }
        if (KEYS.contains(field) && (operator.equals("eq") || operator.equals("in"))) {
            byKey = true;
            keys.addAll(values);
        } else if (operator.equals("gte") && field.endsWith("ed_at")) {
            since = Instant.parse(values.get(0));
        }
    }

    boolean isByKey() {
        return byKey;
    }

    /** The answer: the records with those keys, all of which there are, or a page. */
    byte[] answer(Pages pages, StubSettings settings) {
        int size = Math.min(limit, settings.pageSize());
        if (byKey) {
            List<Integer> numbers = new ArrayList<>(keys.size());
            for (String key : keys) {
                int number = Samples.number(key);
                if (number >= 0) {
                    numbers.add(number);
                }
            }
            return pages.of(numbers, size, settings);
        }
        boolean oldest = sort != null && !sort.endsWith(":desc");
        int from = cursor != null ? Integer.parseInt(cursor) : oldest ? first(settings) : 0;
        return pages.page(from, size, oldest, settings);
    }

    /** The first record that is not older. */
    private int first(StubSettings settings) {
        if (since == null) {
            return 0;
        }
        long behind = since.toEpochMilli() - Template.EPOCH;
        long number = behind <= 0 ? 0 : (behind + settings.stepMillis() - 1) / settings.stepMillis();
        return (int) Math.min(number, settings.records());
    }
}
