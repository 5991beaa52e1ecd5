// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.RecordIds;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Updates, custom values, and opportunities. What they make carries the mark of the run. */
final class ChangeProbes {

    private static final long A_DATE = 1_790_812_800_000L;
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    static final String NOT_FOUND = "what was created is not found again";
    private static final String FIELD = "camel_octolane_doctor";

    private final Marks marks;

    ChangeProbes(Marks marks) {
        this.marks = marks;
    }

    List<Probe> all() {
        return List.of(
                new Probe("null in an update", List.of("A-11"), this::nulls),
                new Probe("update with a bad row", List.of("A-12"), this::badRow),
                new Probe("names of custom values", List.of("A-04"), this::custom),
                new Probe("opportunities", List.of("A-10", "A-25", "A-32"), this::deal));
    }

    private static JsonNode read(Crm crm, OctolaneObject object, String id) {
        return CreateProbes.one(crm, object, "id", id);
    }

    static Reply update(Crm crm, OctolaneObject object, String id, ObjectNode changes) {
        ObjectNode body = crm.object();
        body.set(id, changes);
        return crm.patch('/' + object.plural() + "/bulk", body);
    }

    private void nulls(Crm crm, Findings findings) {
        String id = CreateProbes.account(crm, marks, marks.domain("null"));
        if (id == null) {
            findings.notTested("A-11", NOT_FOUND);
            return;
        }
        Reply reply = update(crm, OctolaneObject.account, id, crm.object().putNull("industry"));
        JsonNode after = read(crm, OctolaneObject.account, id);
        if (!reply.isSuccess()) {
            findings.differs("A-11", "a null is " + reply.refusal(), null);
        } else if (after.isMissingNode()) {
            findings.notTested("A-11", NOT_FOUND);
        } else if (after.path("industry").isTextual()) {
            findings.differs("A-11", "a null is taken and changes nothing", null);
        } else {
            findings.holds("A-11", "the field is cleared");
        }
    }

    private void badRow(Crm crm, Findings findings) {
        String id = CreateProbes.account(crm, marks, marks.domain("update"));
        if (id == null) {
            findings.notTested("A-12", NOT_FOUND);
            return;
        }
        ObjectNode body = crm.object();
        body.putObject(id).put("industry", "Changed");
        body.putObject(NOBODY).put("industry", "Changed");
        Reply reply = crm.patch("/accounts/bulk", body);
        JsonNode after = read(crm, OctolaneObject.account, id);
        boolean changed = after.path("industry").asText("").equals("Changed");
        if (after.isMissingNode()) {
            findings.notTested("A-12", NOT_FOUND);
        } else if (reply.status() == 400 && !changed) {
            findings.holds("A-12", "refused, and nothing was changed");
        } else {
            String answer = reply.isSuccess() ? "taken" : "answered " + reply.status();
            findings.differs(
                    "A-12",
                    "the call is " + answer + ", the good row " + (changed ? "was" : "was not") + " changed",
                    null);
        }
    }

    private void custom(Crm crm, Findings findings) {
        String slug = slug(crm);
        if (slug == null) {
            findings.notTested("A-04", "the account has no text field of its own, and none could be made");
            return;
        }
        String property = definitions(crm).path(slug).path("property_name").asText(slug);
        if (slug.equals(property)) {
            findings.notTested("A-04", "the slug of the field is its property_name");
            return;
        }
        Boolean bySlug = keeps(crm, "slug", slug, slug);
        Boolean byProperty = keeps(crm, "property", property, slug);
        if (bySlug == null || byProperty == null) {
            findings.notTested("A-04", NOT_FOUND);
        } else if (bySlug && byProperty) {
            findings.holds("A-04", "both are taken");
        } else if (bySlug || byProperty) {
            String seen = bySlug ? "only the slug is taken" : "only property_name is taken";
            findings.differs("A-04", seen, Lines.of("resolve-custom-fields", true));
            findings.differs("A-04", seen, Lines.of("custom-field-key", bySlug ? "slug" : "propertyName"));
        } else {
            findings.differs("A-04", "neither slug nor property_name is taken at the top of an account", null);
        }
    }

    private static JsonNode definitions(Crm crm) {
        return crm.search(OctolaneObject.account, crm.object().put("limit", 1))
                .data()
                .path("custom_field_definitions");
    }

    /** The slug of a text field whose slug and property name differ; one is made where there is none. */
    private String slug(Crm crm) {
        String known = textField(definitions(crm));
        if (known != null) {
            return known;
        }
        ObjectNode field = crm.object().put("name", marks.text()).put("attribute_type", "string");
        Reply reply = crm.post("/accounts/fields/bulk", crm.array().add(field.put("property_name", FIELD)), false);
        if (reply.isSuccess()) {
            marks.wrote("account fields", null, FIELD);
        }
        return textField(definitions(crm));
    }

    private static String textField(JsonNode definitions) {
        for (Map.Entry<String, JsonNode> each : definitions.properties()) {
            JsonNode told = each.getValue();
            if (told.path("attribute_type").asText().equals("string")
                    && !told.path("property_name").asText(each.getKey()).equals(each.getKey())) {
                return each.getKey();
            }
        }
        return null;
    }

    /** Null where nobody can tell. */
    private Boolean keeps(Crm crm, String what, String name, String slug) {
        String domain = marks.domain(what);
        Reply reply = crm.post("/accounts", marks.account(domain).put(name, marks.text()), true);
        if (!reply.isSuccess()) {
            return false;
        }
        JsonNode read = CreateProbes.one(crm, OctolaneObject.account, "domain", domain);
        marks.wrote(OctolaneObject.account, read.path("id").asText(null), domain);
        if (read.isMissingNode()) {
            return null;
        }
        return read.path("custom_fields").path(slug).asText("").equals(marks.text());
    }

    private void deal(Crm crm, Findings findings) {
        JsonNode stages =
                crm.get("/pipelines/" + crm.pipeline() + "/stages").data().path("stages");
        String stage = stages.path(stages.size() - 1).path("label").asText(null);
        String other = stage == null || !stage.toLowerCase(Locale.ROOT).equals(stage)
                ? String.valueOf(stage).toLowerCase(Locale.ROOT)
                : stage.toUpperCase(Locale.ROOT);
        String id = null;
        for (String name : stage == null ? new String[] {null} : new String[] {other, stage, null}) {
            Reply reply = create(crm, name);
            if (reply.isSuccess()) {
                id = CreateProbes.one(crm, OctolaneObject.opportunity, "name", marks.text())
                        .path("id")
                        .asText(RecordIds.find(OctolaneObject.opportunity, reply.data()));
                marks.wrote(OctolaneObject.opportunity, id, marks.text());
                stageOf(crm, findings, id, stage, name);
                break;
            }
        }
        if (id == null) {
            findings.leaveOpen(List.of("A-10", "A-25", "A-32"), "an opportunity could not be created, or has no id");
            return;
        }
        JsonNode read = read(crm, OctolaneObject.opportunity, id);
        if (read.isMissingNode()) {
            findings.leaveOpen(List.of("A-10", "A-25", "A-32"), NOT_FOUND);
            return;
        }
        JsonNode date = read.path("close_date");
        if (Times.of(date) == null || Times.of(date).toEpochMilli() != A_DATE) {
            findings.differs("A-25", "a close_date is not read as it was written", null);
        }
        names(crm, findings, id);
    }

    private Reply create(Crm crm, String stage) {
        ObjectNode body = crm.object().put("pipeline_id", crm.pipeline());
        ObjectNode deal =
                body.putObject("opportunity").put("name", marks.text()).put("deal_size", 1);
        deal.put("close_date", A_DATE);
        if (stage != null) {
            deal.put("stage_name", stage);
        }
        return crm.post("/opportunities", body, false);
    }

    private static void stageOf(Crm crm, Findings findings, String id, String stage, String sent) {
        JsonNode read = id == null ? MissingNode.getInstance() : read(crm, OctolaneObject.opportunity, id);
        if (stage == null) {
            findings.notTested("A-32", "the pipeline has no stage");
        } else if (sent == null) {
            findings.differs("A-32", "a stage_name is refused", Lines.of("resolve-stages", true));
        } else if (sent.equals(stage)) {
            findings.differs("A-32", "a stage_name in another case is refused", Lines.of("resolve-stages", true));
        } else if (read.isMissingNode()) {
            findings.notTested("A-32", NOT_FOUND);
        } else if (read.path("stage_name").asText("").equals(stage)) {
            findings.holds("A-32", "found in another case");
        } else {
            findings.differs(
                    "A-32", "a stage_name in another case is taken and not heeded", Lines.of("resolve-stages", true));
        }
    }

    private static void names(Crm crm, Findings findings, String id) {
        Reply reply = update(crm, OctolaneObject.opportunity, id, crm.object().put("deal_size", 2));
        if (!reply.isSuccess()) {
            findings.differs("A-10", "an update of deal_size is " + reply.refusal(), null);
        } else if (read(crm, OctolaneObject.opportunity, id).path("deal_size").asInt() == 2) {
            findings.holds("A-10", "an update of deal_size is read back");
        } else {
            findings.differs("A-10", "an update of deal_size is taken and changes nothing", null);
        }
    }
}
