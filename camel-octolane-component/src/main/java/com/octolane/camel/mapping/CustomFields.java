// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The custom fields of an object, as the {@code custom_field_definitions} of a read describe them. A field is found by
 * its slug, its {@code property_name} or its label; the option of a select by its value or its label.
 */
public final class CustomFields {

    /** Stands for a spelling that several fields share, so that it names none. */
    private static final Definition AMBIGUOUS = new Definition("", "", "", false, Map.of(), Map.of());

    /** No field is known. */
    public static final CustomFields NONE = new CustomFields(Map.of());

    /**
     * One custom field.
     *
     * @param slug         the key under which {@code custom_fields} shows its value
     * @param propertyName its lasting name, by which it is written
     * @param label        the name that people see
     * @param isMany       whether it takes several options
     * @param options      the value of each option by its label and by itself, in lower case; empty for other types
     * @param labels       the label of each option by its value
     */
    public record Definition(
            String slug,
            String propertyName,
            String label,
            boolean isMany,
            Map<String, String> options,
            Map<String, String> labels) {

        /** The name to write it by, where a source calls it {@code name}. */
        String writtenAs(String name, CustomFieldKey key) {
            return switch (key) {
                case given -> name.equals(slug) ? slug : propertyName;
                case slug -> slug;
                case propertyName -> propertyName;
            };
        }

        /** What to write for the option with this label or value, null where there is none. */
        String writtenOption(String text, SelectKey key) {
            String value = option(text);
            return key == SelectKey.value || value == null ? value : labels.get(value);
        }

        /** The value of the option with this label or value, null where there is none. */
        public String option(String text) {
            return options.get(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    private final Map<String, Definition> byExactName = new HashMap<>();
    private final Map<String, Definition> bySpelling = new HashMap<>();

    private CustomFields(Map<String, ?> definitions) {
        definitions.forEach((slug, told) -> {
            if (told instanceof Map<?, ?> entry) {
                String property = text(entry, "property_name", slug);
                Map<String, String> options = new LinkedHashMap<>();
                Map<String, String> labels = new LinkedHashMap<>();
                readOptions(entry, options, labels);
                boolean many = "multi_select".equals(entry.get("attribute_type"));
                Definition definition =
                        new Definition(slug, property, text(entry, "current_name", slug), many, options, labels);
                byExactName.put(slug, definition);
                byExactName.put(property, definition);
                for (String name : List.of(slug, property, definition.label())) {
                    bySpelling.merge(Keys.normalise(name), definition, CustomFields::onlyIfSame);
                }
            }
        });
        bySpelling.values().removeIf(each -> each == AMBIGUOUS);
    }

    private static Definition onlyIfSame(Definition one, Definition other) {
        return one == other ? one : AMBIGUOUS;
    }

    /** @param definitions by slug, as a page brings them */
    public static CustomFields of(Map<String, ?> definitions) {
        return definitions.isEmpty() ? NONE : new CustomFields(definitions);
    }

    /** The field with this name, null where there is none or where several share the name. */
    public Definition find(String name) {
        Definition exact = byExactName.get(name);
        return exact == null ? bySpelling.get(Keys.normalise(name)) : exact;
    }

    private static String text(Map<?, ?> entry, String name, String otherwise) {
        return entry.get(name) instanceof String text && !text.isBlank() ? text : otherwise;
    }

    /** Reads show options under one name and creates give them under another: both are understood. */
    private static void readOptions(Map<?, ?> entry, Map<String, String> options, Map<String, String> labels) {
        if (entry.get("metadata") instanceof Map<?, ?> metadata) {
            for (String list : List.of("options", "select_options")) {
                if (metadata.get(list) instanceof List<?> entries) {
                    entries.forEach(each -> addOption(each, options, labels));
                }
            }
        }
    }

    // assumption A-05
    private static void addOption(Object entry, Map<String, String> options, Map<String, String> labels) {
        if (entry instanceof Map<?, ?> option && option.get("value") != null) {
            String value = String.valueOf(option.get("value"));
            String label = option.get("label") instanceof String text ? text.strip() : value;
            labels.put(value, label);
            // a value beats a label that reads the same
            options.put(value.toLowerCase(Locale.ROOT), value);
            options.putIfAbsent(label.toLowerCase(Locale.ROOT), value);
        }
    }
}
