// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Turns the rows of a call into definitions of fields, each aware of the rows before it. Whether they are stored is up to the caller. */
final class FieldDrafts {

    private final FieldHandler.Scope scope;
    private final Bodies bodies;
    private final List<FieldDefinition> known;

    /** @param known the fields that the scope has; this class adds its drafts to the list */
    FieldDrafts(FieldHandler.Scope scope, Bodies bodies, List<FieldDefinition> known) {
        this.scope = scope;
        this.bodies = bodies;
        this.known = known;
    }

    FieldDefinition create(JsonNode row, Problems problems) {
        String name = row.get("name").asText();
        String slug = free(slug(name), candidate -> isTaken(candidate));
        String property =
                row.has("property_name") ? row.get("property_name").asText() : FieldDefinition.PROPERTY_PREFIX + slug;
        if (known.stream().anyMatch(field -> field.propertyName().equals(property))) {
            problems.invalid("property_name", "Property name is already taken");
        }
        FieldDefinition draft = new FieldDefinition(
                UUID.randomUUID().toString(),
                slug,
                name,
                property,
                row.get("attribute_type").asText(),
                metadata(row.path("metadata")),
                order(row, null),
                row.path("is_hidden").asBoolean(),
                false);
        known.add(draft);
        return draft;
    }

    /** @return the changed definition, or null when the row names none */
    FieldDefinition update(JsonNode row, Problems problems) {
        String id = text(row, "id", text(row, "attribute_id", null));
        String property = text(row, "property_name", null);
        if (id == null && property == null) {
            problems.invalid("id", "One of id, attribute_id and property_name is required");
            return null;
        }
        Optional<FieldDefinition> found = known.stream()
                .filter(field -> id == null
                        ? field.propertyName().equals(property)
                        : field.id().equalsIgnoreCase(id))
                .findFirst();
        if (found.isEmpty()) {
            problems.invalid(id == null ? "property_name" : "id", "Field not found");
            return null;
        }
        FieldDefinition before = found.get();
        check(before, row, property, problems);
        FieldDefinition after = new FieldDefinition(
                before.id(),
                before.slug(),
                text(row, "name", text(row, "current_name", before.name())),
                before.propertyName(),
                text(row, "attribute_type", before.attributeType()),
                row.has("metadata") ? metadata(row.get("metadata")) : before.metadata(),
                order(row, before.order()),
                row.path("is_hidden").asBoolean(before.hidden()),
                before.system());
        known.set(known.indexOf(before), after);
        return after;
    }

    private static void check(FieldDefinition before, JsonNode row, String property, Problems problems) {
        if (property != null && !before.propertyName().equals(property)) {
            problems.invalid("property_name", "Property name cannot be changed");
        }
        if (row.has("id") && row.has("attribute_id") && !row.get("id").equals(row.get("attribute_id"))) {
            problems.invalid("attribute_id", "Attribute id must be the same as id");
        }
        if (row.has("name") && row.has("current_name") && !row.get("name").equals(row.get("current_name"))) {
            problems.invalid("current_name", "Current name must be the same as name");
        }
        if (before.system() && row.has("attribute_type")) {
            problems.invalid("attribute_type", "Attribute type of a system field cannot be changed");
        }
    }

    private boolean isTaken(String slug) {
        return scope.kind().position(slug) >= 0
                || known.stream()
                        .anyMatch(field -> field.slug().equals(slug)
                                || field.propertyName().equals(slug)
                                || field.propertyName().equals(FieldDefinition.PROPERTY_PREFIX + slug));
    }

    private static Integer order(JsonNode row, Integer before) {
        if (!row.has("order")) {
            return before;
        }
        return row.get("order").isNull()
                ? null
                : Integer.valueOf(row.get("order").asInt());
    }

    private static String text(JsonNode row, String key, String otherwise) {
        return row.has(key) ? row.get(key).asText() : otherwise;
    }

    /** Options are written as {@code select_options} and read as {@code options}; each gets a value of its own. */
    private Map<String, Object> metadata(JsonNode given) {
        if (!(bodies.plain(given) instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        map.forEach((key, value) -> metadata.put(key.toString(), value));
        if (metadata.remove("select_options") instanceof List<?> options) {
            metadata.put("options", options(options));
        }
        return metadata;
    }

    private static List<Map<String, Object>> options(List<?> given) {
        List<Map<String, Object>> options = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Object each : given) {
            Map<String, Object> option = new LinkedHashMap<>();
            ((Map<?, ?>) each).forEach((key, value) -> option.put(key.toString(), value));
            option.computeIfAbsent(
                    "value", k -> free(optionValue(option.get("label").toString()), values::contains));
            values.add(option.get("value"));
            options.add(option);
        }
        return options;
    }

    /** A value never equals its label, so that a client that takes one for the other is found out. */
    private static String optionValue(String label) {
        return slug(label).replace('_', '-') + '-' + (100_000 + Math.floorMod(label.hashCode(), 900_000));
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return slug.isEmpty() || Character.isDigit(slug.charAt(0)) ? "field_" + slug : slug;
    }

    private static String free(String wanted, Predicate<String> taken) {
        String candidate = wanted;
        for (int i = 2; taken.test(candidate); i++) {
            candidate = wanted + '_' + i;
        }
        return candidate;
    }
}
