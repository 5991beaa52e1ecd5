// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Kamelets are what Apache's schemas call valid: the custom resource of Kamelets, and that of routes in YAML for their templates. */
class KameletSchemaTest {

    private static final String VERSION = System.getProperty("project.version");
    private static final String UNKNOWN_ALLOWED = "x-kubernetes-preserve-unknown-fields";

    // large, and compiled once
    private static JsonSchema kamelets;
    private static JsonSchema routes;

    @BeforeAll
    static void readSchemas() {
        JsonNode resource =
                KameletFile.yaml("/camel.apache.org_kamelets.yaml").at("/spec/versions/0/schema/openAPIV3Schema");
        refuseUnknownFields(resource);
        kamelets = schema(resource);
        // JSON is YAML
        routes = schema(KameletFile.yaml("/schema/camelYamlDsl.json"));
    }

    @ParameterizedTest
    @EnumSource
    void aKameletIsAValidCustomResource(KameletFile file) {
        assertThat(kamelets.validate(file.tree())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itsTemplateIsAValidRoute(KameletFile file) {
        ArrayNode route = new ObjectMapper().createArrayNode();
        route.addObject().set("route", file.tree().at("/spec/template"));
        assertThat(routes.validate(route)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itSaysWhatItIsAndWhatItNeeds(KameletFile file) {
        JsonNode kamelet = file.tree();
        assertThat(kamelet.at("/metadata/name").asText()).isEqualTo(file.id);
        assertThat(kamelet.at("/metadata/labels")
                        .path("camel.apache.org/kamelet.type")
                        .asText())
                .isEqualTo(file.id.replaceAll(".*-", ""));
        assertThat(kamelet.at("/spec/definition/properties").properties())
                .allSatisfy(each ->
                        assertThat(each.getValue().path("description").asText()).isNotBlank());
        assertThat(kamelet.at("/spec/definition/properties/apiKey/format").asText())
                .isEqualTo("password");
        assertThat(kamelet.at("/spec/dependencies"))
                .extracting(JsonNode::asText)
                .contains("mvn:com.octolane.camel:camel-octolane:" + VERSION);
        assertThat(kamelet.toString()).doesNotContain("@");
    }

    private static JsonSchema schema(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema);
    }

    /** As Kubernetes does: a field that is not in the schema is an error, unless the schema says otherwise. */
    private static void refuseUnknownFields(JsonNode schema) {
        if (schema.has("properties") && !schema.path(UNKNOWN_ALLOWED).asBoolean()) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.path("properties").forEach(KameletSchemaTest::refuseUnknownFields);
        if (schema.path("additionalProperties").isObject()) {
            refuseUnknownFields(schema.path("additionalProperties"));
        }
        if (schema.has("items")) {
            refuseUnknownFields(schema.path("items"));
        }
    }
}
