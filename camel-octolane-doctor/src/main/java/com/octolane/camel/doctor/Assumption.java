// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An entry of the component's register.
 *
 * @param id        for example {@code A-09}
 * @param about     what it is about, in a few words
 * @param assumed   the assumption; empty where it does not concern the client
 * @param option    the option that changes it, or null
 * @param otherwise what the client does where it does not hold
 * @param untested  why no probe can test it, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Assumption(String id, String about, String assumed, String option, String otherwise, String untested) {

    private static final String REGISTER = "/META-INF/com/octolane/camel/assumptions.json";

    /** All entries, in their order. */
    static List<Assumption> all() {
        try (InputStream register = OctolaneComponent.class.getResourceAsStream(REGISTER)) {
            return new ObjectMapper().readValue(register, new TypeReference<List<Assumption>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The register of assumptions cannot be read", e);
        }
    }
}
