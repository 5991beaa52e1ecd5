// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.io.IOException;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a record apart into a Map, whatever it is. */
final class Plain {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** No part of a record that has fields of its own lies deeper. */
    private static final int DEPTH = 3;

    private final ObjectMapper json;
    private final RecordReader reader;

    Plain(ObjectMapper json) {
        this.json = json.copy()
                .registerModule(new SimpleModule("octolane-moments")
                        .addSerializer(new Moments<>(TemporalAccessor.class))
                        .addSerializer(new Moments<>(Date.class))
                        .addSerializer(new Moments<>(java.sql.Date.class))
                        .addSerializer(new Moments<>(Calendar.class)))
                // a property that a bean leaves unset says nothing; a null in a Map does
                .setSerializationInclusion(JsonInclude.Include.NON_NULL);
        this.reader = new RecordReader(json);
    }

    /** Hands moments on as they are: each field has its own form for them. */
    private static final class Moments<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        Moments(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeEmbeddedObject(value);
        }
    }

    /**
     * The Map that was given, where it is plain already.
     *
     * @throws OctolaneMappingException where the value is no record
     */
    // the keys and values of a flat Map were looked at
    @SuppressWarnings("unchecked")
    Map<String, Object> map(Object value) {
        Object record = reader.one(value);
        try {
            if (record instanceof Map<?, ?> map) {
                return isFlat(map) ? (Map<String, Object>) map : entries(map, 0);
            }
            return json.convertValue(record, MAP);
        } catch (RuntimeException | StackOverflowError e) {
            // Jackson throws many types for beans that have no JSON form, cycles among them
            throw new OctolaneMappingException(
                    Problem.of("body", record, "a record: a Map, a bean or a JSON object"),
                    e instanceof RuntimeException ? e : null);
        }
    }

    /** Whether all keys are names and all values texts, as in a row of CSV: then it is plain already. */
    private static boolean isFlat(Map<?, ?> map) {
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (!(each.getKey() instanceof String name)
                    || name.isBlank()
                    || each.getValue() != null && !(each.getValue() instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private Map<String, Object> entries(Map<?, ?> map, int depth) {
        Map<String, Object> plain = new LinkedHashMap<>(map.size() * 2);
        map.forEach((key, each) -> {
            String name = key == null ? "" : key.toString();
            // a key without a name must not hide another
            if (!name.isBlank() || !Values.isAbsent(each)) {
                plain.put(name, simple(each, depth));
            }
        });
        return plain;
    }

    private Object simple(Object value, int depth) {
        if (value == null || value instanceof String) {
            return value;
        }
        try {
            if (value instanceof JsonNode node) {
                return json.convertValue(node, Object.class);
            } else if (depth >= DEPTH) {
                return value;
            } else if (value instanceof Map<?, ?> map) {
                return entries(map, depth + 1);
            } else if (isBean(value)) {
                return json.convertValue(value, Object.class);
            }
            return value;
        } catch (RuntimeException | StackOverflowError e) {
            // the field that wants it will refuse it, beside all else that is wrong with the record
            return value;
        }
    }

    private static boolean isBean(Object value) {
        Class<?> type = value.getClass();
        return !type.isArray()
                && !type.getName().startsWith("java.")
                && !type.getName().startsWith("sun.")
                && !(value instanceof Iterable
                        || value instanceof CharSequence
                        || value instanceof Number
                        || value instanceof Enum
                        || value instanceof TemporalAccessor
                        || value instanceof Date
                        || value instanceof Calendar);
    }
}
