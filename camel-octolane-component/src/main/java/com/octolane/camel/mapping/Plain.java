// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.io.IOException;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Takes a record apart into a Map, whatever it is. */
final class Plain {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ObjectMapper json;
    private final ObjectMapper trees;
    private final RecordReader reader;

    Plain(ObjectMapper json, ObjectMapper trees) {
        this.trees = trees;
        this.json = json.copy().registerModule(new SimpleModule("octolane-moments").addSerializer(new Moments()));
        this.reader = new RecordReader(json);
    }

    /** Hands moments on as they are: each field has its own form for them. */
    private static final class Moments extends StdSerializer<TemporalAccessor> {

        private static final long serialVersionUID = 1L;

        Moments() {
            super(TemporalAccessor.class);
        }

        @Override
        public void serialize(TemporalAccessor value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeEmbeddedObject(value);
        }
    }

    /** @throws OctolaneMappingException where the value is no record */
    Map<String, Object> map(Object value) {
        Object record = value;
        if (record instanceof Exchange exchange) {
            record = exchange.getMessage().getBody();
        } else if (record instanceof Message message) {
            record = message.getBody();
        }
        record = reader.one(record);
        try {
            if (record instanceof Map<?, ?> map) {
                Map<String, Object> plain = new LinkedHashMap<>(map.size() * 2);
                map.forEach((key, each) -> plain.put(String.valueOf(key), simple(each)));
                return plain;
            }
            return json.convertValue(record, MAP);
        } catch (RuntimeException | StackOverflowError e) {
            // Jackson throws many types for beans that have no JSON form, cycles among them
            throw new OctolaneMappingException(
                    Problem.of("body", record, "a record: a Map, a bean or a JSON object"),
                    e instanceof RuntimeException ? e : null);
        }
    }

    private Object simple(Object value) {
        return value instanceof JsonNode node ? json.convertValue(node, Object.class) : value;
    }

    ObjectNode tree(Map<String, Object> record) {
        try {
            return trees.valueToTree(record);
        } catch (RuntimeException | StackOverflowError e) {
            throw new OctolaneMappingException(
                    List.of(Problem.of("body", record, "a record whose values all have a JSON form")));
        }
    }
}
