// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The options of a select: each has a label, which people see, and a value, which records hold. */
final class SelectOptions {

    private static final String LABEL = "label";
    private static final String VALUE = "value";

    private final List<?> options;

    private SelectOptions(List<?> options) {
        this.options = options;
    }

    /** @param field its definition, or null */
    static SelectOptions of(FieldDefinition field) {
        return new SelectOptions(
                field != null && field.metadata() != null && field.metadata().get("options") instanceof List<?> list
                        ? list
                        : List.of());
    }

    /** Labels in the place of values; what is no value stays. */
    Object shown(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(this::shown).toList();
        }
        Object label = find(VALUE, value, LABEL);
        return label == null ? value : label;
    }

    /** Values in the place of labels, null for what is no label; any value where there are no options. */
    Object taken(Object label) {
        if (options.isEmpty() || label == null) {
            return label;
        }
        if (label instanceof List<?> several) {
            return several.stream().map(this::taken).filter(Objects::nonNull).toList();
        }
        return find(LABEL, label, VALUE);
    }

    private Object find(String key, Object wanted, String other) {
        return options.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> Objects.equals(each.get(key), wanted))
                .map(each -> (Object) each.get(other))
                .findFirst()
                .orElse(null);
    }
}
