// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/** A test's own way to the records, past the API. */
final class Seeds {

    private final Store store;
    private final Map<String, Pipeline> pipelines;
    private final CustomFields customFields;

    Seeds(Store store, Map<String, Pipeline> pipelines, CustomFields customFields) {
        this.store = store;
        this.pipelines = pipelines;
        this.customFields = customFields;
    }

    Map<String, Object> find(Kind kind, String id) {
        CrmRecord found = store.reading(() -> store.table(kind).get(id));
        return found == null ? null : found.toMap();
    }

    Map<String, Object> add(Kind kind, Map<String, ?> given) {
        Map<String, Object> fields = flat(given);
        Object id = fields.remove(CrmRecord.ID);
        Object createdAt = fields.remove(CrmRecord.CREATED_AT);
        Object updatedAt = fields.remove(CrmRecord.UPDATED_AT);
        return store.writing(() -> {
            Instant created = createdAt == null ? store.now() : time(createdAt);
            return store.insert(
                            kind,
                            id == null ? UUID.randomUUID().toString() : id.toString(),
                            created,
                            updatedAt == null ? created : time(updatedAt),
                            settle(kind, complete(kind, fields)))
                    .toMap();
        });
    }

    Map<String, Object> change(Kind kind, String id, Map<String, ?> given) {
        Map<String, Object> changes = flat(given);
        Object updatedAt = changes.remove(CrmRecord.UPDATED_AT);
        return store.writing(() -> {
            CrmRecord before = store.table(kind).get(id);
            if (before == null) {
                throw new NoSuchElementException("No record " + id + " among the " + kind.plural());
            }
            if (kind == Kind.OPPORTUNITY) {
                changes.putIfAbsent("pipeline_id", before.get("pipeline_id"));
                nameStage(changes);
            }
            CrmRecord after = before.with(settle(kind, changes), updatedAt == null ? store.now() : time(updatedAt));
            store.table(kind).put(after);
            return after.toMap();
        });
    }

    private Map<String, Object> complete(Kind kind, Map<String, Object> fields) {
        switch (kind) {
            case ACCOUNT -> fields.computeIfPresent("domain", (k, v) -> Domains.normalise(v.toString()));
            case CONTACT -> {
                fields.computeIfPresent("email", (k, v) -> Domains.normaliseEmail(v.toString()));
                fields.putIfAbsent("name", Creator.displayName(fields));
            }
            case OPPORTUNITY -> {
                fields.putIfAbsent("pipeline_id", OctolaneSimulator.DEFAULT_PIPELINE_ID);
                fields.putIfAbsent("additional_contacts", List.of());
                nameStage(fields);
                Pipeline pipeline = pipelines.get(fields.get("pipeline_id").toString());
                if (pipeline != null && !fields.containsKey("stage_id")) {
                    pipeline.defaultStage().ifPresent(stage -> put(stage, fields));
                }
            }
            default -> {}
        }
        return fields;
    }

    /** A stage that is given by one of its two names gets the other one too. */
    private void nameStage(Map<String, Object> fields) {
        Pipeline pipeline = pipelines.get(String.valueOf(fields.get("pipeline_id")));
        if (pipeline != null && fields.get("stage_id") != null) {
            pipeline.stageById(fields.get("stage_id").toString()).ifPresent(stage -> put(stage, fields));
        } else if (pipeline != null && fields.get("stage_name") != null) {
            pipeline.stageByName(fields.get("stage_name").toString()).ifPresent(stage -> put(stage, fields));
        }
    }

    private static void put(Stage stage, Map<String, Object> fields) {
        fields.put("stage_id", stage.id());
        fields.put("stage_name", stage.label());
    }

    private Map<String, Object> settle(Kind kind, Map<String, Object> fields) {
        if (!kind.hasCustomFields()) {
            return fields;
        }
        String scope = kind == Kind.OPPORTUNITY ? fields.get("pipeline_id").toString() : kind.plural();
        return customFields.settle(scope, kind, fields);
    }

    private static Map<String, Object> flat(Map<String, ?> given) {
        Map<String, Object> fields = new LinkedHashMap<>(given);
        if (fields.remove(CrmRecord.CUSTOM_FIELDS) instanceof Map<?, ?> custom) {
            custom.forEach((key, value) -> fields.put(key.toString(), value));
        }
        return fields;
    }

    private static Instant time(Object value) {
        Instant time = Timestamps.parse(value);
        if (time == null) {
            throw new IllegalArgumentException("Not a point in time: " + value);
        }
        return time;
    }
}
