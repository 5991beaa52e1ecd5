// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The definitions of custom fields, by scope: a pipeline's id for opportunities, the object's plural for the rest. A key that no definition
 * knows gets one when it is first written.
 */
final class CustomFields {

    private final Map<String, List<FieldDefinition>> fromTheStart;
    private final Map<String, Map<String, FieldDefinition>> scopes = new ConcurrentHashMap<>();
    private volatile OctolaneWorld world;

    CustomFields(Map<String, List<FieldDefinition>> fromTheStart) {
        this.fromTheStart = fromTheStart;
        clear();
    }

    /** The definitions of a scope by slug: the key under which {@code custom_fields} shows the value. */
    Map<String, FieldDefinition> of(String scope) {
        return scopes.computeIfAbsent(scope, s -> new ConcurrentHashMap<>());
    }

    Optional<FieldDefinition> byPropertyName(String scope, String propertyName) {
        return of(scope).values().stream()
                .filter(field -> field.propertyName().equals(propertyName))
                .findFirst();
    }

    /** Adds a definition, or puts another version in the place of one. */
    void put(String scope, FieldDefinition definition) {
        of(scope).put(definition.slug(), definition);
    }

    /** The same fields, with custom keys as slugs; a key may be written as slug or as property name. */
    Map<String, Object> settle(String scope, Kind kind, Map<String, Object> fields) {
        Map<String, Object> settled = new LinkedHashMap<>();
        fields.forEach((key, value) -> settled.put(kind.position(key) >= 0 ? key : slug(scope, key, value), value));
        return settled;
    }

    /** What is written through the API counts under the names that the world takes. */
    void obey(OctolaneWorld rules) {
        world = rules;
    }

    /** As {@link #settle}, without what the world does not know under that name. */
    Map<String, Object> settleWritten(String scope, Kind kind, Map<String, Object> fields) {
        Map<String, Object> taken = new LinkedHashMap<>(fields);
        if (world.differs(Difference.CUSTOM_VALUES_BY_SLUG)) {
            taken.keySet().removeIf(key -> byPropertyName(scope, key).isPresent());
        }
        if (world.differs(Difference.CUSTOM_VALUES_BY_PROPERTY_NAME)) {
            taken.keySet().removeIf(key -> of(scope).containsKey(key));
        }
        Map<String, Object> settled = settle(scope, kind, taken);
        if (world.differs(Difference.OPTIONS_ARE_TAKEN_BY_LABEL)) {
            settled.entrySet().removeIf(each -> each.getValue() != null && option(scope, each) == null);
            settled.entrySet().forEach(each -> each.setValue(option(scope, each)));
        }
        return settled;
    }

    private Object option(String scope, Map.Entry<String, Object> written) {
        return SelectOptions.of(of(scope).get(written.getKey())).taken(written.getValue());
    }

    /** The values of custom fields with labels in the place of options. */
    Map<String, Object> labelled(String scope, Map<?, ?> values) {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.forEach((slug, value) ->
                shown.put(slug.toString(), SelectOptions.of(of(scope).get(slug)).shown(value)));
        return shown;
    }

    private String slug(String scope, String key, Object value) {
        if (of(scope).containsKey(key)) {
            return key;
        }
        Optional<FieldDefinition> known = byPropertyName(scope, key);
        if (known.isEmpty()) {
            of(scope).putIfAbsent(key, FieldDefinition.custom(scope, key, key, typeOf(value)));
        }
        return known.map(FieldDefinition::slug).orElse(key);
    }

    private static String typeOf(Object value) {
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof Boolean) {
            return "checkbox";
        }
        return value instanceof List ? "multi_select" : "string";
    }

    /** Forgets what was learnt from writes. */
    void clear() {
        scopes.clear();
        fromTheStart.forEach((scope, fields) -> fields.forEach(field -> put(scope, field)));
    }
}
