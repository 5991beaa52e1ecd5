// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Our own OpenAPI 3.1 description of the Octolane API, by which the simulator checks every body. */
public final class OctolaneOpenApi {

    /** Where the description lies on the class path. */
    public static final String RESOURCE = "com/octolane/camel/simulator/octolane-openapi.yaml";

    private OctolaneOpenApi() {}

    /** Reads the description anew; what the caller does to the answer changes nothing here. */
    public static JsonNode load() {
        try (InputStream in = OctolaneOpenApi.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + RESOURCE);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
