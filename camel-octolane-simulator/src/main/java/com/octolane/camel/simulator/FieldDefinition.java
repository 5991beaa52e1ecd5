// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A system or custom field: {@code slug} is the key under which a record shows it, {@code propertyName} its lasting name. */
record FieldDefinition(
        String id,
        String slug,
        String name,
        String propertyName,
        String attributeType,
        Map<String, Object> metadata,
        Integer order,
        boolean hidden,
        boolean system) {

    static final String PROPERTY_PREFIX = "custom__";

    /** A custom field that nothing more is known of; its id depends on nothing but its scope and slug. */
    static FieldDefinition custom(String scope, String slug, String name, String attributeType) {
        return new FieldDefinition(
                id(scope, slug), slug, name, PROPERTY_PREFIX + slug, attributeType, null, null, false, false);
    }

    FieldDefinition with(Map<String, Object> otherMetadata) {
        return new FieldDefinition(id, slug, name, propertyName, attributeType, otherMetadata, order, hidden, system);
    }

    static FieldDefinition system(String scope, String name, String attributeType, int order) {
        return new FieldDefinition(
                id(scope, name), name, BodyValidator.label(name), name, attributeType, null, order, false, true);
    }

    private static String id(String scope, String name) {
        return UUID.nameUUIDFromBytes((scope + '/' + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The entry of {@code custom_field_definitions}. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("current_name", name);
        map.put("property_name", propertyName);
        map.put("attribute_type", attributeType);
        map.put("metadata", metadata);
        return map;
    }

    /** The entry of the lists of fields. */
    Map<String, Object> toListEntry() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("name", name);
        map.putAll(toMap());
        map.put("order", order);
        map.put("is_hidden", hidden);
        map.put("is_system", system);
        return map;
    }
}
