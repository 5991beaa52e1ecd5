// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a record of any source into what the API takes. Safe for use by many threads, and pure but for the
 * {@link CustomFieldSource} that it may be given. Throws what that throws, and else nothing but
 * {@link OctolaneMappingException}, which tells all that is wrong with the record.
 */
public final class RecordMapper {

    private static final FieldTable DEALS = FieldTable.of(OctolaneObject.opportunity);

    private static final Field PIPELINE_ID = field("pipeline_id");
    private static final Field STAGE_ID = field("stage_id");
    private static final Field STAGE_NAME = field("stage_name");
    private static final Field OWNER_ID = field("owner_id");
    private static final Field OWNER_EMAIL = field("owner_email");

    private final ObjectMapper json;
    private final MappingOptions options;
    private final CustomFieldSource customFields;
    private final StageSource stages;
    private final Plain plain;
    private final Values values;
    private final Map<OctolaneObject, Targets> creates = new EnumMap<>(OctolaneObject.class);
    private final Map<OctolaneObject, Targets> updates = new EnumMap<>(OctolaneObject.class);

    /** Writes custom fields under the names that the source gives them. */
    public RecordMapper(MappingOptions options, ObjectMapper json) {
        this(options, json, null, null);
    }

    /**
     * @param customFields the definitions by which custom fields are resolved, null to write them as they are named
     * @param stages       the stages that names are looked up in, null to write names
     */
    public RecordMapper(MappingOptions options, ObjectMapper json, CustomFieldSource customFields, StageSource stages) {
        this.json = json;
        this.options = options;
        this.customFields = customFields;
        this.stages = stages;
        ObjectMapper trees = json.copy()
                .registerModule(new SimpleModule("octolane-texts")
                        .addSerializer(TemporalAccessor.class, ToStringSerializer.instance))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        this.plain = new Plain(json);
        this.values = new Values(new Dates(options.dateFormat(), options.zone()), trees);
        for (OctolaneObject object : OctolaneObject.values()) {
            boolean resolved = customFields != null && object.isReadable();
            creates.put(object, new Targets(object, false, resolved, options));
            updates.put(object, new Targets(object, true, resolved, options));
        }
    }

    /**
     * The item of a create request: nested for an opportunity, flat for the others. A note is passed through, since
     * its fields are not documented.
     *
     * @param record a Map, a bean, JSON, or an Exchange or Message that holds one
     */
    public ObjectNode create(OctolaneObject object, Object record, Defaults defaults) {
        Map<String, Object> source = plain.map(record);
        if (object == OctolaneObject.note) {
            return note(source);
        }
        Collected collected = new Collected(values, json.createObjectNode(), false);
        collect(source, creates.get(object), collected);
        if (object == OctolaneObject.opportunity) {
            fill(collected, defaults);
            preferIds(collected, defaults);
            resolveCustom(object, collected, defaults);
        } else {
            resolveCustom(object, collected, defaults);
            collected.keepCustomApart(FieldTable.of(object));
        }
        collected.require(FieldTable.of(object));
        collected.throwProblems();
        ObjectNode item = collected.body();
        if (object != OctolaneObject.opportunity) {
            item.setAll(collected.custom());
        } else if (!collected.custom().isEmpty()) {
            item.withObjectProperty("opportunity")
                    .set("custom_attributes", new ObjectNode(JsonNodeFactory.instance, collected.custom()));
        }
        return item;
    }

    /**
     * The changes of an update, flat, with the id that the record carries. A null of the source is sent as null; a
     * blank text is not sent.
     */
    public Changes update(OctolaneObject object, Object record) {
        return update(object, record, Defaults.NONE);
    }

    /** @param defaults tell the pipeline of an opportunity that does not carry it */
    public Changes update(OctolaneObject object, Object record, Defaults defaults) {
        return changes(object, plain.map(record), new Collected(values, json.createObjectNode(), true), defaults);
    }

    /**
     * What an upsert sends for one record: the item that creates it, and the fields that its update would set. An id
     * that the record carries is that of its source, and is left out.
     */
    public Upsert upsert(OctolaneObject object, Object record, Defaults defaults) {
        Map<String, Object> source = plain.map(record);
        return new Upsert(
                create(object, source, defaults),
                changes(object, source, new Collected(values, json.createObjectNode(), true).withoutId(), defaults)
                        .changes());
    }

    private void resolveCustom(OctolaneObject object, Collected collected, Defaults defaults) {
        if (customFields != null && object.isReadable() && !collected.custom().isEmpty()) {
            String pipeline = object == OctolaneObject.opportunity ? pipeline(collected, defaults) : null;
            collected.resolveCustom(new CustomNames(customFields.of(object, pipeline), options));
        }
    }

    /** The record's own pipeline, else the default, else null. */
    private static String pipeline(Collected collected, Defaults defaults) {
        JsonNode own = collected.value(PIPELINE_ID);
        return own == null || own.isNull() ? defaults.pipelineId() : own.textValue();
    }

    private Changes changes(OctolaneObject object, Map<String, Object> source, Collected collected, Defaults defaults) {
        collect(source, updates.get(object), collected);
        if (object == OctolaneObject.opportunity) {
            preferIds(collected, defaults);
        }
        resolveCustom(object, collected, defaults);
        collected.keepCustomApart(FieldTable.of(object));
        ObjectNode changes = collected.body();
        changes.setAll(collected.custom());
        collected.throwProblems();
        if (changes.isEmpty()) {
            collected.problem(Problem.of("body", source, "at least one field to change"));
        }
        collected.throwProblems();
        return new Changes(collected.id(), changes);
    }

    private static Field field(String name) {
        return DEALS.find(Keys.normalise(name), false);
    }

    private static void fill(Collected collected, Defaults defaults) {
        collected.byDefault(PIPELINE_ID, "pipelineId", defaults.pipelineId());
        if (!collected.has(STAGE_NAME)) {
            collected.byDefault(STAGE_ID, "stageId", defaults.stageId());
        }
    }

    private void preferIds(Collected collected, Defaults defaults) {
        // assumption A-32
        JsonNode name = collected.value(STAGE_NAME);
        String pipeline = pipeline(collected, defaults);
        if (stages != null && name != null && name.isTextual() && !collected.has(STAGE_ID) && pipeline != null) {
            collected.byDefault(STAGE_ID, "stage_name", stages.idOf(pipeline, name.textValue()));
        }
        collected.preferring(STAGE_ID, STAGE_NAME);
        // assumption A-33
        collected.preferring(OWNER_ID, OWNER_EMAIL);
    }

    // assumption A-06
    private ObjectNode note(Map<String, Object> source) {
        ObjectNode note = json.createObjectNode();
        List<Problem> problems = new ArrayList<>();
        source.forEach((key, value) -> {
            if (!Values.isAbsent(value)) {
                JsonNode converted = values.any(value);
                if (converted == null) {
                    problems.add(Problem.of(key, value, "a value that has a JSON form"));
                } else {
                    note.set(creates.get(OctolaneObject.note).renamed(key), converted);
                }
            }
        });
        if (problems.isEmpty() && note.isEmpty()) {
            problems.add(Problem.of("body", source, "a note with at least one field"));
        }
        if (!problems.isEmpty()) {
            throw new OctolaneMappingException(problems);
        }
        return note;
    }

    private static void collect(Map<String, Object> source, Targets targets, Collected collected) {
        int place = 0;
        try {
            for (Map.Entry<String, Object> each : source.entrySet()) {
                collectEntry(each.getKey(), each.getValue(), targets.of(each.getKey(), place++), targets, collected);
            }
        } catch (ConcurrentModificationException e) {
            // the caller's own Map is read, not a copy
            collected.problem(Problem.of("body", source, "a Map that nobody changes while it is read"));
        }
    }

    private static void collectEntry(String key, Object value, Target target, Targets targets, Collected collected) {
        try {
            if (value instanceof Map<?, ?> part && target.kind() == Target.Kind.PART) {
                part.forEach((name, inner) -> {
                    String text = String.valueOf(name);
                    collectOne(text, inner, targets.of(text), targets, collected);
                });
            } else {
                collectOne(key, value, target, targets, collected);
            }
        } catch (RuntimeException | StackOverflowError e) {
            // the keys of a nested Map may be anything, and may throw when they are asked for their text
            collected.problem(Problem.of(key, value, "a value that has a JSON form"));
        }
    }

    private static void collectOne(String key, Object value, Target target, Targets targets, Collected collected) {
        switch (target.kind()) {
            case CUSTOM_PART -> collectCustom(key, value, collected);
            case CONTACT_ROLES -> {
                if (SalesforceRoles.isAnswer(value)) {
                    SalesforceRoles.of((Map<?, ?>) value)
                            .forEach((name, each) -> collected.add(key + "." + name, each, targets.of(name)));
                } else if (value != null) {
                    collected.add(key, value, targets.unknown(key));
                }
            }
            case PART, RELATION, CUSTOM, UNKNOWN -> {
                boolean structural = target.kind() == Target.Kind.PART || target.kind() == Target.Kind.RELATION;
                if (value instanceof Map<?, ?> nested
                        && !targets.isNamed(key)
                        && nested.keySet().stream().anyMatch(name -> targets.isNamed(key + "." + name))) {
                    nested.forEach((name, each) -> {
                        // what a relation lacks is nothing that the record itself says
                        if (each != null || target.kind() != Target.Kind.RELATION) {
                            collected.add(key + "." + name, each, targets.of(key + "." + name));
                        }
                    });
                } else if (value != null || !structural) {
                    // a null relation is an empty one of the source, not a field to clear
                    collected.add(key, value, structural ? targets.unknown(key) : target);
                }
            }
            default -> collected.add(key, value, target);
        }
    }

    private static void collectCustom(String key, Object value, Collected collected) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, each) -> collected.addCustom(key + "." + name, String.valueOf(name), each));
        } else if (!Values.isAbsent(value)) {
            collected.problem(Problem.of(key, value, FieldType.OBJECT.expected()));
        }
    }
}
