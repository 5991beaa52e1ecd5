// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OctolaneOpenApiTest {

    private final JsonNode description = OctolaneOpenApi.load();

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(description.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void everyOperationHasItsOwnNameAndStatus() {
        Set<String> names = new HashSet<>();
        description
                .get("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(names.add(operation.get("operationId").asText())).isTrue();
                    assertThat(operation.get("x-status").asText()).isIn("confirmed", "inferred", "unknown");
                }));
        assertThat(names).hasSize(30);
    }
}
