// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.format.EmailFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Checks bodies against the schemas of {@link OctolaneOpenApi} and words what is wrong the way the API does: a text for each field. */
final class BodyValidator {

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .format(new AnyMailDomain())
                    .build()));
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final JsonNode definitions;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    BodyValidator(JsonNode openApi) {
        // a JSON schema keeps its parts under $defs where OpenAPI has components/schemas
        String text = openApi.at("/components/schemas").toString().replace("#/components/schemas/", "#/$defs/");
        try {
            definitions = mapper.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the problems by the path of the field, empty when the body fits the schema */
    Map<String, String> problems(String schemaName, JsonNode body) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (ValidationMessage message :
                schemas.computeIfAbsent(schemaName, this::compile).validate(body)) {
            String field = field(message);
            problems.putIfAbsent(field, label(field) + ' ' + text(message));
        }
        return problems;
    }

    private JsonSchema compile(String name) {
        if (!definitions.has(name)) {
            throw new IllegalArgumentException("No schema " + name);
        }
        ObjectNode root = mapper.createObjectNode();
        root.put("$ref", "#/$defs/" + name);
        root.set("$defs", definitions);
        return factory.getSchema(root, config);
    }

    /** An e-mail address on whatever domain: the library's own check refuses those that are reserved for examples. */
    private static final class AnyMailDomain extends EmailFormat {

        private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return ADDRESS.matcher(value).matches();
        }
    }

    private static String field(ValidationMessage message) {
        StringBuilder path = new StringBuilder();
        JsonNodePath location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            append(path, location.getElement(i));
        }
        if (message.getProperty() != null && !"propertyNames".equals(message.getType())) {
            append(path, message.getProperty());
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static void append(StringBuilder path, Object element) {
        if (element instanceof Integer) {
            path.append('[').append(element).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(element);
        }
    }

    /** {@code [3].opportunity.deal_size} is spoken of as "Deal size". */
    static String label(String field) {
        String last = field.substring(field.lastIndexOf('.') + 1).replace('_', ' ');
        return last.startsWith("[") ? "Item " + last : Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    private static String text(ValidationMessage message) {
        JsonNode rule = message.getSchemaNode();
        String limit = rule == null ? "" : rule.asText();
        return switch (message.getType()) {
            case "required" -> "is required";
            case "type" -> "must be " + types(rule);
            case "format" -> "uuid".equals(limit) ? "must be a valid uuid" : "must be a valid " + limit;
            case "enum" -> "must be one of " + members(rule);
            case "additionalProperties" -> "is not allowed";
            case "minLength" -> "must not be empty";
            case "maxLength" -> "must have at most " + limit + " characters";
            case "minimum" -> "must be at least " + limit;
            case "maximum" -> "must be at most " + limit;
            case "minItems" -> "must have at least " + limit + " item";
            case "maxItems" -> "must have at most " + limit + " items";
            case "minProperties" -> "must have at least " + limit + " key";
            case "maxProperties" -> "must have at most " + limit + " keys";
            case "pattern" -> "must match " + limit;
            default -> "is not valid";
        };
    }

    private static String types(JsonNode rule) {
        if (rule == null || !rule.isArray()) {
            return article(rule == null ? "valid" : rule.asText());
        }
        StringBuilder text = new StringBuilder();
        rule.forEach(type -> text.append(text.isEmpty() ? "" : " or ").append(article(type.asText())));
        return text.toString();
    }

    private static String article(String type) {
        return switch (type) {
            case "null", "valid" -> type;
            case "array", "object", "integer" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static String members(JsonNode rule) {
        StringBuilder text = new StringBuilder();
        rule.forEach(member -> text.append(text.isEmpty() ? "" : ", ").append(member.asText()));
        return text.toString();
    }
}
