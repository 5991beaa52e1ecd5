// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The definitions of custom fields, by scope: a pipeline's id for opportunities, the object's plural for the rest. A key that no definition
 * knows gets one when it is first written.
 */
final class CustomFields {

    private final Map<String, List<CustomField>> fromTheStart;
    private final Map<String, Map<String, CustomField>> scopes = new ConcurrentHashMap<>();

    CustomFields(Map<String, List<CustomField>> fromTheStart) {
        this.fromTheStart = fromTheStart;
        clear();
    }

    /** The definitions of a scope by slug: the key under which {@code custom_fields} shows the value. */
    Map<String, CustomField> of(String scope) {
        return scopes.computeIfAbsent(scope, s -> new ConcurrentHashMap<>());
    }

    /** The same fields, with custom keys as slugs; a key may be written as slug or as property name. */
    Map<String, Object> settle(String scope, Kind kind, Map<String, Object> fields) {
        Map<String, Object> settled = new LinkedHashMap<>();
        fields.forEach((key, value) -> settled.put(kind.position(key) >= 0 ? key : slug(scope, key, value), value));
        return settled;
    }

    private String slug(String scope, String key, Object value) {
        Map<String, CustomField> known = of(scope);
        if (known.containsKey(key)) {
            return key;
        }
        for (CustomField field : known.values()) {
            if (field.propertyName().equals(key)) {
                return field.slug();
            }
        }
        known.putIfAbsent(key, new CustomField(key, key, CustomField.PROPERTY_PREFIX + key, typeOf(value), null));
        return key;
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
        fromTheStart.forEach(
                (scope, fields) -> fields.forEach(field -> of(scope).put(field.slug(), field)));
    }
}
