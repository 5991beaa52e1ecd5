// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The Kamelets as they lie on the classpath. */
enum KameletFile {
    SOURCE("octolane-source"),
    SINK("octolane-sink"),
    UPSERT_SINK("octolane-upsert-sink");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    final String id;

    KameletFile(String id) {
        this.id = id;
    }

    JsonNode tree() {
        return yaml("/kamelets/" + id + ".kamelet.yaml");
    }

    static JsonNode yaml(String resource) {
        try (InputStream in = KameletFile.class.getResourceAsStream(resource)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
