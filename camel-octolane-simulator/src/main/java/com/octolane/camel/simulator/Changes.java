// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The changes of one bulk update: each row's key is the id of a record, its body the new values by field, null for none. */
final class Changes implements BulkCall.Work {

    private static final List<String> NEVER =
            List.of(CrmRecord.ID, CrmRecord.CREATED_AT, CrmRecord.UPDATED_AT, CrmRecord.CUSTOM_FIELDS);
    /** These are read under other names than the ones by which they are changed, or not to be changed at all. */
    private static final List<String> NEVER_OF_OPPORTUNITIES =
            List.of("pipeline_id", "account_id", "contact_id", "additional_contacts", "custom_attributes");

    private static final String ACCOUNT = "opportunity_account";
    private static final String CONTACT = "opportunity_contact";
    private static final String OTHERS = "opportunity_other_stakeholders";

    private final Kind kind;
    private final Store store;
    private final Bodies bodies;
    private final Map<String, Pipeline> pipelines;
    private final CustomFields customFields;
    private final OctolaneWorld world;
    private final Set<String> claimedKeys = new HashSet<>();

    Changes(
            Kind kind,
            Store store,
            Bodies bodies,
            Map<String, Pipeline> pipelines,
            CustomFields customFields,
            OctolaneWorld world) {
        this.kind = kind;
        this.store = store;
        this.bodies = bodies;
        this.pipelines = pipelines;
        this.customFields = customFields;
        this.world = world;
    }

    @Override
    public void check(BulkRow row, Problems problems) {
        CrmRecord before = before(row);
        JsonNode changes = row.body();
        if (before == null) {
            problems.invalidRow("Record not found");
            return;
        }
        Stream.concat(NEVER.stream(), kind == Kind.OPPORTUNITY ? NEVER_OF_OPPORTUNITIES.stream() : Stream.empty())
                .filter(changes::has)
                .forEach(field -> refuse(problems, field, "cannot be changed"));
        Bends.OF_OPPORTUNITIES.stream()
                .filter(field -> kind == Kind.OPPORTUNITY && changes.has(field))
                .filter(field -> !Bends.fieldOfOpportunity(world, field).equals(field))
                .forEach(field -> refuse(problems, field, "is unknown"));
        if (kind == Kind.OPPORTUNITY) {
            checkOpportunity(before, changes, problems);
            return;
        }
        checkNaturalKey(before, changes, problems);
        checkReference(Kind.ACCOUNT, "account_id", changes.path("account_id"), problems);
    }

    @Override
    public CrmRecord write(BulkRow row) {
        CrmRecord before = before(row);
        Map<String, Object> changes = new LinkedHashMap<>();
        row.body().properties().forEach(field -> changes.put(field.getKey(), bodies.plain(field.getValue())));
        if (world.differs(Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES)) {
            Bends.OF_OPPORTUNITIES.stream()
                    .filter(field -> changes.containsKey(Bends.PREFIX + field))
                    .forEach(field -> changes.put(field, changes.remove(Bends.PREFIX + field)));
        }
        switch (kind) {
            case ACCOUNT -> changes.computeIfPresent("domain", (f, domain) -> naturalKey(domain.toString()));
            case CONTACT -> {
                changes.computeIfPresent("email", (f, email) -> naturalKey(email.toString()));
                rename(before, changes);
            }
            default -> {
                stage(before, row.body()).ifPresent(stage -> {
                    changes.put("stage_id", stage.id());
                    changes.put("stage_name", stage.label());
                });
                relate(changes);
            }
        }
        String scope = kind == Kind.OPPORTUNITY ? before.text("pipeline_id") : kind.plural();
        if (world.differs(Difference.NULLS_ARE_IGNORED)) {
            changes.values().removeIf(Objects::isNull);
        }
        return store.update(before, customFields.settleWritten(scope, kind, changes));
    }

    private CrmRecord before(BulkRow row) {
        return store.table(kind).get(row.key().toLowerCase(Locale.ROOT));
    }

    private void checkNaturalKey(CrmRecord before, JsonNode changes, Problems problems) {
        String field = kind.naturalKey();
        if (!changes.has(field)) {
            return;
        }
        String key = naturalKey(changes.get(field).asText());
        CrmRecord holder = store.table(kind).byNaturalKey(key);
        if (kind == Kind.ACCOUNT && !Domains.isHost(key)) {
            refuse(problems, field, "must be a valid domain");
        } else if ((holder != null && holder != before) || !claimedKeys.add(key)) {
            refuse(problems, field, "belongs to another record");
        }
    }

    private String naturalKey(String text) {
        return kind == Kind.ACCOUNT ? Domains.normalise(text) : Domains.normaliseEmail(text);
    }

    private void checkOpportunity(CrmRecord before, JsonNode changes, Problems problems) {
        for (String field : List.of("stage_id", "stage_name")) {
            if (changes.has(field) && stage(before, changes).isEmpty()) {
                refuse(problems, field, "is no stage of this pipeline");
                break;
            }
        }
        checkReference(Kind.ACCOUNT, ACCOUNT, changes.path(ACCOUNT), problems);
        checkReference(Kind.CONTACT, CONTACT, changes.path(CONTACT), problems);
        int place = 0;
        for (JsonNode contact : changes.path(OTHERS)) {
            checkReference(Kind.CONTACT, OTHERS + '[' + place++ + ']', contact, problems);
        }
    }

    private void checkReference(Kind target, String field, JsonNode id, Problems problems) {
        if (id.isTextual() && referenced(target, id.asText()) == null) {
            problems.invalid(field, target.label() + " not found");
        }
    }

    private CrmRecord referenced(Kind target, String id) {
        return store.table(target).get(id.toLowerCase(Locale.ROOT));
    }

    private static void refuse(Problems problems, String field, String text) {
        problems.invalid(field, BodyValidator.label(field) + ' ' + text);
    }

    private Optional<Stage> stage(CrmRecord before, JsonNode changes) {
        Pipeline pipeline = pipelines.get(before.text("pipeline_id"));
        if (pipeline != null && changes.has("stage_id")) {
            return pipeline.stageById(changes.get("stage_id").asText());
        }
        return pipeline != null && changes.has("stage_name")
                ? Bends.stage(world, pipeline, changes.get("stage_name").asText())
                : Optional.empty();
    }

    /** Each relation that is named is replaced as a whole. */
    private void relate(Map<String, Object> changes) {
        if (changes.containsKey(ACCOUNT)) {
            changes.put("account_id", id(Kind.ACCOUNT, changes.remove(ACCOUNT)));
        }
        if (changes.containsKey(CONTACT)) {
            changes.put("contact_id", id(Kind.CONTACT, changes.remove(CONTACT)));
        }
        if (changes.containsKey(OTHERS)) {
            List<Map<String, Object>> others = new ArrayList<>();
            if (changes.remove(OTHERS) instanceof List<?> ids) {
                ids.forEach(id -> others.add(Creator.stakeholder(referenced(Kind.CONTACT, id.toString()))));
            }
            changes.put("additional_contacts", others);
        }
    }

    private String id(Kind target, Object id) {
        return id == null ? null : referenced(target, id.toString()).id();
    }

    /** The display name follows its parts. */
    private static void rename(CrmRecord before, Map<String, Object> changes) {
        List<String> parts = List.of("first_name", "last_name", "full_name");
        if (!changes.containsKey("name") && parts.stream().anyMatch(changes::containsKey)) {
            Map<String, Object> names = new LinkedHashMap<>();
            parts.forEach(part -> names.put(part, changes.containsKey(part) ? changes.get(part) : before.get(part)));
            changes.put("name", Creator.displayName(names));
        }
    }
}
