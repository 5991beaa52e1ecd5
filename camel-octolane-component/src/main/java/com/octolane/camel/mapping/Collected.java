// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The converted values of one record, and all that is wrong with it. */
final class Collected {

    private static final int CELLS = 16;

    private final Values values;
    private final ObjectNode body;
    private final boolean update;
    /** Where the values of the body come from. So few that looking through them costs less than hashing. */
    private final List<Target> filled = new ArrayList<>(CELLS);

    private final List<String> sources = new ArrayList<>(CELLS);

    private final Map<String, JsonNode> custom = new LinkedHashMap<>();
    /** Where a custom field comes from, unless it has the name of its source. */
    private final Map<String, String> customSources = new HashMap<>();

    private final List<Field> failed = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String partName;
    private ObjectNode part;
    private boolean idWanted = true;
    private String id;

    /**
     * @param body   takes the fields, in the order of the record
     * @param update whether it is flat and takes nulls
     */
    Collected(Values values, ObjectNode body, boolean update) {
        this.values = values;
        this.body = body;
        this.update = update;
    }

    /** The record's id says nothing here, whatever its form. */
    Collected withoutId() {
        idWanted = false;
        return this;
    }

    void add(String source, Object value, Target target) {
        switch (target.kind()) {
            case FIELD -> addField(source, value, target);
            case CUSTOM -> addCustom(source, target.custom(), value);
            case ID -> addId(source, value, target.rank() > 0);
            case UNKNOWN -> {
                if (!Values.isAbsent(value)) {
                    String expected =
                            source.isBlank() ? "a field with a name" : "a field that a rule knows, since unmapped=fail";
                    problems.add(Problem.of(source, value, expected));
                }
            }
            case IGNORED, PART, CUSTOM_PART, RELATION, CONTACT_ROLES -> {
                // said to be of no interest, or taken apart before
            }
        }
    }

    private void addId(String source, Object value, boolean orNone) {
        if (idWanted && !Values.isAbsent(value)) {
            JsonNode uuid = values.convert(FieldType.UUID, value);
            if (uuid == null && orNone) {
                return;
            } else if (uuid == null) {
                problems.add(Problem.of(source, value, FieldType.UUID.expected()));
            } else {
                id = uuid.textValue();
            }
        }
    }

    private void addField(String source, Object value, Target target) {
        JsonNode converted;
        if (Values.isAbsent(value)) {
            if (value != null || !update) {
                return;
            }
            // assumption A-11
            converted = NullNode.getInstance();
        } else {
            converted = values.convert(target.field().type(), value);
            if (converted == null) {
                problems.add(Problem.of(source, value, target.field().type().expected()));
                failed.add(target.field());
                return;
            }
            if (converted.isArray() && converted.isEmpty() && !update) {
                return;
            }
        }
        JsonNode before = partOf(target.field()).putIfAbsent(target.field().name(), converted);
        if (before == null) {
            filled.add(target);
            sources.add(source);
        } else {
            addAgain(source, value, converted, target);
        }
    }

    private ObjectNode partOf(Field field) {
        if (update || field.parent() == null) {
            return body;
        }
        if (!field.parent().equals(partName)) {
            partName = field.parent();
            part = body.withObjectProperty(partName);
        }
        return part;
    }

    private void addAgain(String source, Object value, JsonNode converted, Target target) {
        Field field = target.field();
        int place = placeOf(field);
        int rank = filled.get(place).rank();
        if (rank > target.rank()) {
            partOf(field).set(field.name(), converted);
            filled.set(place, target);
            sources.set(place, source);
        } else if (rank == target.rank() && !value(field).equals(converted)) {
            problems.add(Problem.of(
                    source,
                    value,
                    "the same value as '" + sources.get(place) + "', which fills the same field " + field.name()));
        }
    }

    private int placeOf(Field field) {
        for (int i = 0; i < filled.size(); i++) {
            // each field is declared once
            if (filled.get(i).field() == field) {
                return i;
            }
        }
        return -1;
    }

    void addCustom(String source, String name, Object value) {
        if (Values.isAbsent(value) && (value != null || !update)) {
            return;
        }
        JsonNode converted = value == null ? NullNode.getInstance() : values.any(value);
        JsonNode before = custom.get(name);
        if (converted == null) {
            problems.add(Problem.of(source, value, "a value that has a JSON form"));
        } else if (name.isBlank()) {
            problems.add(Problem.of(source, value, "a field with a name"));
        } else if (before != null && !before.equals(converted)) {
            problems.add(Problem.of(
                    source,
                    value,
                    "the same value as '" + customSource(name) + "', which fills the same custom field " + name));
        } else {
            putCustom(name, source, converted);
        }
    }

    private void putCustom(String name, String source, JsonNode value) {
        custom.put(name, value);
        if (!name.equals(source)) {
            customSources.put(name, source);
        } else if (!customSources.isEmpty()) {
            customSources.remove(name);
        }
    }

    private String customSource(String name) {
        return customSources.getOrDefault(name, name);
    }

    /** Gives custom fields the names and options that their definitions have. */
    void resolveCustom(CustomNames names) {
        Map<String, JsonNode> resolved = names.resolve(custom, customSources, problems::add);
        Map<String, String> sources = new HashMap<>(customSources);
        custom.clear();
        resolved.forEach((name, value) -> {
            custom.put(name, value);
            customSources.put(name, sources.getOrDefault(name, name));
        });
    }

    /** Where custom fields stand beside the API's own, they must not replace them. */
    void keepCustomApart(FieldTable table) {
        custom.forEach((name, value) -> {
            if (table.names().contains(name)) {
                problems.add(Problem.of(
                        customSource(name), value, "a custom field whose name is not that of a field of the API"));
            }
        });
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /** Fills a field that the record leaves open. */
    void byDefault(Field field, String source, Object value) {
        if (!Values.isAbsent(value) && !has(field)) {
            addField(source, value, Target.to(field, 9));
        }
    }

    /** Of two fields that say the same thing, the API gets the first; but a null says less than a value. */
    void preferring(Field first, Field second) {
        if (has(first) && has(second)) {
            Field less = value(first).isNull() ? first : second;
            partOf(less).remove(less.name());
            sources.remove(placeOf(less));
            filled.remove(placeOf(less));
        }
    }

    boolean has(Field field) {
        return placeOf(field) >= 0;
    }

    void require(FieldTable table) {
        for (Field field : table.required()) {
            if (!has(field) && !failed.contains(field)) {
                problems.add(Problem.of(field.name(), null, field.type().expected() + " (required)"));
            }
        }
    }

    void throwProblems() {
        if (!problems.isEmpty()) {
            throw new OctolaneMappingException(problems);
        }
    }

    /** The value of a field, null where the record has none. */
    JsonNode value(Field field) {
        return has(field) ? partOf(field).get(field.name()) : null;
    }

    /** The fields that the record has. */
    ObjectNode body() {
        return body;
    }

    Map<String, JsonNode> custom() {
        return custom;
    }

    String id() {
        return id;
    }
}
