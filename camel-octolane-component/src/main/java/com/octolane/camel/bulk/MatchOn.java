// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.mapping.CustomFields;
import com.octolane.camel.mapping.Differences;
import com.octolane.camel.mapping.Field;
import com.octolane.camel.mapping.FieldTable;
import com.octolane.camel.mapping.FieldType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields by which an upsert recognises a record: its natural key. Immutable. */
public final class MatchOn {

    private static final String CUSTOM = "custom_fields.";
    private static final Set<FieldType> NO_KEYS = EnumSet.of(
            FieldType.EMAIL_LIST, FieldType.DOMAIN_LIST, FieldType.TEXT_LIST, FieldType.UUID_LIST, FieldType.OBJECT);

    /**
     * One field of the key.
     *
     * @param name  the flat name of the field, or the slug of a custom field
     * @param field null for a custom field
     */
    record Part(String name, Field field) {

        /** The object whose record this field names; null where it is a value of the record itself. */
        OctolaneObject relation() {
            return field == null
                    ? null
                    : switch (name) {
                        case "account_domain" -> OctolaneObject.account;
                        case "primary_contact_email" -> OctolaneObject.contact;
                        default -> null;
                    };
        }

        /** The name by which reads show and filter it. */
        String readName() {
            OctolaneObject relation = relation();
            return relation == null ? name : relation + "_id";
        }

        JsonNode wanted(ObjectNode fields) {
            return fields.path(name);
        }

        String canonical(JsonNode value) {
            return Differences.canonical(field == null ? null : field.type(), value);
        }

        /** The value of a record that was read. */
        String actual(JsonNode record, CustomFields definitions) {
            if (field == null) {
                return canonical(Differences.custom(name, record, definitions));
            }
            JsonNode value = relation() == null ? Differences.shown(field, record) : record.path(readName());
            if (value.isMissingNode()) {
                // to take it for another record would create a second one
                throw new OctolaneException("The API's records do not show the field " + readName()
                        + ", so that matchOn cannot compare it: nothing was written");
            }
            return canonical(value);
        }
    }

    private final List<Part> parts;

    private MatchOn(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * @param option names of fields, separated by commas; {@code custom_fields.SLUG} for a custom one; null for the key
     *               by which the API itself recognises a record
     * @throws IllegalArgumentException when there is no such field, or an opportunity has no key
     */
    public static MatchOn of(OctolaneObject object, String option) {
        String names = option == null || option.isBlank() ? byDefault(object) : option;
        List<Part> parts = new ArrayList<>();
        for (String name : names.split(",")) {
            parts.add(part(object, name.strip()));
        }
        return new MatchOn(parts);
    }

    private static String byDefault(OctolaneObject object) {
        if (object.naturalKey() == null) {
            throw new IllegalArgumentException("The option matchOn is required to upsert the object '" + object
                    + "', of which the API keeps no two apart: name the fields that do. " + valid(object));
        }
        return object.naturalKey();
    }

    private static Part part(OctolaneObject object, String name) {
        if (name.startsWith(CUSTOM) && name.length() > CUSTOM.length()) {
            return new Part(name.substring(CUSTOM.length()), null);
        }
        Field field = FieldTable.of(object).find(name);
        if (field == null || !isKey(field)) {
            throw new IllegalArgumentException("The option matchOn names '" + name + "', which is no field by which the"
                    + " object '" + object + "' can be matched. " + valid(object));
        }
        return new Part(field.name(), field);
    }

    private static boolean isKey(Field field) {
        return !NO_KEYS.contains(field.type()) && !field.name().equals("pipeline_id");
    }

    private static String valid(OctolaneObject object) {
        return FieldTable.of(object).fields().stream()
                .filter(MatchOn::isKey)
                .map(Field::name)
                .collect(Collectors.joining(", ", "Valid fields: ", ", and custom_fields.SLUG"));
    }

    /** The slugs of the custom fields among them, under which a record's values have to be written to be found again. */
    public List<String> customFields() {
        return parts.stream()
                .filter(part -> part.field() == null)
                .map(Part::name)
                .toList();
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * @param fields the flat values of the record
     * @return a text that is equal for records with the same key
     * @throws OctolaneMappingException where a part of the key has no value
     */
    String keyOf(ObjectNode fields) {
        List<Problem> problems = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (Part part : parts) {
            String value = part.canonical(part.wanted(fields));
            if (value.isEmpty()) {
                String expected =
                        part.field() == null ? "a value" : part.field().type().expected();
                problems.add(Problem.of(part.name(), null, expected + " (matchOn)"));
            }
            key.append(value).append('\n');
        }
        if (!problems.isEmpty()) {
            throw new OctolaneMappingException(problems);
        }
        return key.toString();
    }

    /** The key in words, for errors. */
    String describe(ObjectNode fields) {
        return parts.stream()
                .map(part -> part.name() + " '" + part.wanted(fields).asText() + "'")
                .collect(Collectors.joining(", "));
    }
}
