// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a row that fits its schema into a record: resolves accounts by domain, contacts by e-mail address, and stages. */
final class Creator {

    private static final Set<String> SET_BY_THE_SERVER =
            Set.of(CrmRecord.ID, CrmRecord.CREATED_AT, CrmRecord.UPDATED_AT, CrmRecord.CUSTOM_FIELDS);

    private final Store store;
    private final Bodies bodies;
    private final Map<String, Pipeline> pipelines;
    private final CustomFields customFields;
    private final OctolaneWorld world;

    Creator(
            Store store,
            Bodies bodies,
            Map<String, Pipeline> pipelines,
            CustomFields customFields,
            OctolaneWorld world) {
        this.store = store;
        this.bodies = bodies;
        this.pipelines = pipelines;
        this.customFields = customFields;
        this.world = world;
    }

    /** Checks what the schema cannot say. */
    void check(Kind kind, JsonNode row, Problems problems) {
        switch (kind) {
            case ACCOUNT -> checkDomain(row, "domain", "domain", problems);
            case OPPORTUNITY -> {
                checkDomain(row.path("related_objects"), "account_domain", "related_objects.account_domain", problems);
                checkPipelineAndStage(row, problems);
            }
            case NOTE -> {
                if (world.differs(Difference.NOTES_NEED_CONTENT) && !row.has("content")) {
                    problems.invalid("content", "Content is required");
                }
            }
            default -> {}
        }
    }

    /** Stores the row, or finds the record that it stands for. Call it while writing. */
    CrmRecord store(Kind kind, JsonNode row) {
        return switch (kind) {
            case ACCOUNT -> account(row.get("domain").asText(), plain(row));
            case CONTACT -> contact(row.get("email").asText(), plain(row));
            case OPPORTUNITY -> opportunity(row);
            case NOTE -> store.insert(kind, plain(row));
            case ACTIVITY -> activity(row);
        };
    }

    private void checkDomain(JsonNode holder, String key, String field, Problems problems) {
        if (holder.has(key) && !Domains.isHost(Domains.normalise(holder.get(key).asText()))) {
            problems.invalid(field, BodyValidator.label(field) + " must be a valid domain");
        }
    }

    private void checkPipelineAndStage(JsonNode row, Problems problems) {
        Pipeline pipeline = pipelines.get(row.get("pipeline_id").asText().toLowerCase(Locale.ROOT));
        if (pipeline == null) {
            problems.missing("pipeline_id", "Pipeline not found");
            return;
        }
        JsonNode deal = row.get("opportunity");
        if (stage(pipeline, deal).isEmpty()) {
            String field = deal.has("stage_id") ? "stage_id" : "stage_name";
            String names = pipeline.stages().stream().map(Stage::label).collect(Collectors.joining(", "));
            problems.invalid(
                    "opportunity." + field,
                    BodyValidator.label(field) + " is no stage of this pipeline; its stages are " + names);
        }
    }

    /** The id goes before the name, and a pipeline's default stage stands in when the row names none. */
    private Optional<Stage> stage(Pipeline pipeline, JsonNode deal) {
        if (deal.has("stage_id")) {
            return pipeline.stageById(deal.get("stage_id").asText());
        }
        return deal.has("stage_name")
                ? Bends.stage(world, pipeline, deal.get("stage_name").asText())
                : pipeline.defaultStage();
    }

    private CrmRecord account(String domain, Map<String, Object> fields) {
        String key = Domains.normalise(domain);
        CrmRecord existing = store.table(Kind.ACCOUNT).byNaturalKey(key);
        if (existing != null) {
            return again(existing, fields);
        }
        fields.put("domain", key);
        return store.insert(Kind.ACCOUNT, customFields.settleWritten(Kind.ACCOUNT.plural(), Kind.ACCOUNT, fields));
    }

    private CrmRecord again(CrmRecord existing, Map<String, Object> fields) {
        String key = existing.kind().naturalKey();
        fields.remove(key);
        return world.differs(Difference.CREATES_OVERWRITE) && !fields.isEmpty()
                ? store.update(
                        existing, customFields.settleWritten(existing.kind().plural(), existing.kind(), fields))
                : existing;
    }

    private CrmRecord contact(String email, Map<String, Object> fields) {
        String key = Domains.normaliseEmail(email);
        CrmRecord existing = store.table(Kind.CONTACT).byNaturalKey(key);
        if (existing != null) {
            return again(existing, fields);
        }
        fields.put("email", key);
        fields.put(
                "account_id",
                account(Domains.ofEmail(key), new LinkedHashMap<>()).id());
        fields.putIfAbsent("name", displayName(fields));
        return store.insert(Kind.CONTACT, customFields.settleWritten(Kind.CONTACT.plural(), Kind.CONTACT, fields));
    }

    static String displayName(Map<String, Object> fields) {
        if (fields.get("full_name") instanceof String full) {
            return full;
        }
        String joined = Stream.of(fields.get("first_name"), fields.get("last_name"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    private CrmRecord opportunity(JsonNode row) {
        Pipeline pipeline = pipelines.get(row.get("pipeline_id").asText().toLowerCase(Locale.ROOT));
        JsonNode deal = row.get("opportunity");
        JsonNode related = row.path("related_objects");
        Map<String, Object> fields = plain(deal);
        fields.remove("custom_attributes");
        if (deal.has("custom_attributes")) {
            fields.putAll(plain(deal.get("custom_attributes")));
        }
        fields.put("pipeline_id", pipeline.id());
        stage(pipeline, deal).ifPresent(stage -> {
            fields.put("stage_id", stage.id());
            fields.put("stage_name", stage.label());
        });
        relate(related, fields);
        return store.insert(Kind.OPPORTUNITY, customFields.settleWritten(pipeline.id(), Kind.OPPORTUNITY, fields));
    }

    private void relate(JsonNode related, Map<String, Object> fields) {
        if (related.has("account_domain")) {
            fields.put(
                    "account_id",
                    account(related.get("account_domain").asText(), new LinkedHashMap<>())
                            .id());
        }
        if (related.has("primary_contact_email")) {
            CrmRecord primary = contact(related.get("primary_contact_email").asText(), new LinkedHashMap<>());
            fields.put("contact_id", primary.id());
            fields.putIfAbsent("account_id", primary.text("account_id"));
        }
        List<Map<String, Object>> others = new ArrayList<>();
        for (JsonNode email : related.path("additional_contact_emails")) {
            others.add(stakeholder(contact(email.asText(), new LinkedHashMap<>())));
        }
        fields.put("additional_contacts", others);
        for (String owner : List.of("owner_email", "owner_id")) {
            if (related.has(owner)) {
                fields.put(owner, related.get(owner).asText());
            }
        }
    }

    static Map<String, Object> stakeholder(CrmRecord contact) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("contact_id", contact.id());
        entry.put("contact_first_name", contact.get("first_name"));
        entry.put("contact_last_name", contact.get("last_name"));
        entry.put("contact_email", contact.get("email"));
        return entry;
    }

    private CrmRecord activity(JsonNode row) {
        Map<String, Object> fields = plain(row);
        Object happened = bodies.plain(row.path(CrmRecord.CREATED_AT));
        CrmRecord stored = store.insert(Kind.ACTIVITY, fields);
        return happened == null ? stored : store.redate(stored, Timestamps.parse(happened));
    }

    private Map<String, Object> plain(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), bodies.plain(field.getValue())));
        fields.keySet().removeAll(SET_BY_THE_SERVER);
        return fields;
    }
}
