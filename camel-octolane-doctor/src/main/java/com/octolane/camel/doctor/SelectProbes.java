// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Custom fields that are selects: whether their options go by value or by label. */
final class SelectProbes {

    private SelectProbes() {}

    static List<Probe> all() {
        return List.of(new Probe("selects", List.of("A-05"), SelectProbes::shown));
    }

    /** What only writes show. */
    static List<Probe> ofWrites(Marks marks) {
        return List.of(new Probe("selects in writes", List.of("A-05"), (crm, findings) -> taken(crm, findings, marks)));
    }

    private static void shown(Crm crm, Findings findings) {
        boolean any = false;
        for (OctolaneObject object : crm.objects()) {
            JsonNode definitions = crm.sample(object).data().path("custom_field_definitions");
            for (JsonNode record : crm.records(object)) {
                for (Map.Entry<String, JsonNode> each :
                        record.path("custom_fields").properties()) {
                    any |= shown(findings, definitions.path(each.getKey()).path("metadata"), each.getValue());
                }
            }
        }
        if (!any) {
            findings.notTested("A-05", "no record that was read has a select with a value");
        }
    }

    /** Whether the field is a select. */
    private static boolean shown(Findings findings, JsonNode metadata, JsonNode value) {
        JsonNode options = options(metadata);
        Set<String> values = new HashSet<>();
        Set<String> labels = new HashSet<>();
        options.forEach(each -> {
            values.add(each.path("value").asText());
            labels.add(each.path("label").asText());
        });
        String shown = value.isArray() ? value.path(0).asText() : value.asText();
        if (values.contains(shown)) {
            findings.holds("A-05", "reads show the value");
        } else if (labels.contains(shown)) {
            findings.differs("A-05", "reads show the label", null);
        }
        return values.contains(shown) || labels.contains(shown);
    }

    private static JsonNode options(JsonNode metadata) {
        return metadata.path("options").isArray() ? metadata.path("options") : metadata.path("select_options");
    }

    private static void taken(Crm crm, Findings findings, Marks marks) {
        for (Map.Entry<String, JsonNode> each : definitions(crm).properties()) {
            JsonNode option = options(each.getValue().path("metadata")).path(0);
            String value = option.path("value").asText("");
            String label = option.path("label").asText("");
            if (each.getValue().path("attribute_type").asText("").equals("select") && !value.equals(label)) {
                taken(crm, findings, marks, each, value, label);
                return;
            }
        }
        findings.notTested("A-05", "accounts have no select whose options differ from their labels");
    }

    /** One account, which is given the option in one way after the other until it holds one. */
    private static void taken(
            Crm crm, Findings findings, Marks marks, Map.Entry<String, JsonNode> select, String value, String label) {
        String domain = marks.domain("select");
        String id = CreateProbes.account(crm, marks, domain);
        if (id == null) {
            findings.notTested("A-05", ChangeProbes.NOT_FOUND);
            return;
        }
        for (String option : List.of(value, label)) {
            for (String name : List.of(
                    select.getKey(), select.getValue().path("property_name").asText(select.getKey()))) {
                ChangeProbes.update(
                        crm, OctolaneObject.account, id, crm.object().put(name, option));
                JsonNode account = CreateProbes.one(crm, OctolaneObject.account, "id", id);
                if (account.isMissingNode()) {
                    findings.notTested("A-05", ChangeProbes.NOT_FOUND);
                    return;
                }
                String read =
                        account.path("custom_fields").path(select.getKey()).asText("");
                if (read.equals(value) || read.equals(label)) {
                    if (option.equals(value)) {
                        findings.holds("A-05", "the value is taken");
                    } else {
                        String seen = "only the label of an option is taken";
                        findings.differs("A-05", seen, Lines.of("resolve-custom-fields", true));
                        findings.differs("A-05", seen, Lines.of("select-key", "label"));
                    }
                    return;
                }
            }
        }
        findings.differs("A-05", "neither the value nor the label of an option is kept", null);
    }

    private static JsonNode definitions(Crm crm) {
        return crm.search(OctolaneObject.account, crm.object().put("limit", 1))
                .data()
                .path("custom_field_definitions");
    }
}
