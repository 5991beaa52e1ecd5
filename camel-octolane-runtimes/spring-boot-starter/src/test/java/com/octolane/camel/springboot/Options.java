// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The options of the component, as its metadata lists them. */
final class Options {

    static final String PREFIX = "camel.component.octolane.";

    private Options() {}

    static List<Option> all() {
        return json("/META-INF/com/octolane/camel/octolane.json").get("componentProperties").properties().stream()
                .map(each -> new Option(each.getKey(), each.getValue()))
                .toList();
    }

    static JsonNode json(String resource) {
        try (InputStream in = Options.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    record Option(String name, JsonNode metadata) {

        private static final Map<String, String> BOXES =
                Map.of("boolean", "Boolean", "int", "Integer", "long", "Long", "double", "Double");

        String property() {
            return PREFIX + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        String text(String key) {
            return metadata.path(key).asText();
        }

        boolean isMap() {
            return metadata.path("multiValue").asBoolean();
        }

        /** The type of the field: one that has null, which is how a property that is not set is told. */
        String fieldType() {
            if (isMap()) {
                // with values of type Object, Boot would read a dot in a key as a map in the map
                return "java.util.Map<String, String>";
            }
            String type = text("javaType");
            return BOXES.getOrDefault(type, type.replace("java.lang.", ""));
        }
    }
}
