// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Definitions of fields and stages, and the values that records show. */
final class FieldProbes {

    private static final Set<String> TYPES = Set.of(
            "string",
            "number",
            "checkbox",
            "date",
            "date_range",
            "rating",
            "timestamp",
            "select",
            "multi_select",
            "currency",
            "percentage",
            "location",
            "time",
            "datetime",
            "email",
            "phone",
            "website",
            "url",
            "radio",
            "team_members");
    private static final Set<String> STAGE_TYPES = Set.of("default", "positive", "negative");
    private static final List<String> OF_DEALS =
            List.of("name", "deal_size", "close_date", "next_action_date", "next_steps");

    private FieldProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe("field definitions", List.of("A-39", "A-26", "A-10"), FieldProbes::definitions),
                new Probe("stages", List.of("A-26"), FieldProbes::stages),
                new Probe("dates of opportunities", List.of("A-25"), FieldProbes::dates));
    }

    private static void definitions(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            boolean deals = object == OctolaneObject.opportunity;
            String scope = deals ? "/pipelines/" + crm.pipeline() : '/' + object.plural();
            Reply reply = crm.get(scope + "/fields");
            if (!reply.isSuccess()) {
                findings.differs("A-39", "the list for " + object.plural() + " is " + reply.refusal(), null);
                continue;
            }
            JsonNode list = reply.data().path("fields");
            if (!list.isArray()) {
                findings.differs("A-39", "the data is " + form(reply.data()), null);
                list = reply.data();
            } else if (!list.isEmpty() && !list.get(0).path("property_name").isTextual()) {
                findings.differs("A-39", "a definition has no property_name", null);
            } else {
                findings.holds("A-39", "data.fields, each with property_name");
            }
            types(findings, list);
            if (deals) {
                names(findings, list);
            }
        }
        if (crm.pipeline() == null) {
            findings.notTested("A-10", "needs --pipeline");
        }
    }

    private static String form(JsonNode data) {
        Set<String> keys = new TreeSet<>();
        data.fieldNames().forEachRemaining(keys::add);
        return data.isArray() ? "a bare list" : "an object of " + (keys.size() > 9 ? keys.size() + " keys" : keys);
    }

    private static void types(Findings findings, JsonNode list) {
        for (JsonNode each : list) {
            String type = each.path("attribute_type").asText("none");
            if (TYPES.contains(type)) {
                findings.holds("A-26", "all known");
            } else {
                findings.differs("A-26", "a field has the type " + type, null);
            }
        }
    }

    private static void names(Findings findings, JsonNode list) {
        Set<String> names = new HashSet<>();
        list.forEach(each -> names.add(each.path("property_name").asText()));
        for (String each : OF_DEALS) {
            String other = "opportunity_" + each;
            if (names.contains(each)) {
                findings.holds("A-10", "the definitions have the names of the create");
            } else if (names.contains(other)) {
                findings.differs(
                        "A-10", each + " is called " + other, Lines.of("opportunity-update-names." + each, other));
            } else {
                findings.differs("A-10", "no definition is called " + each, null);
            }
        }
    }

    private static void stages(Crm crm, Findings findings) {
        if (crm.pipeline() == null) {
            return;
        }
        for (JsonNode each :
                crm.get("/pipelines/" + crm.pipeline() + "/stages").data().path("stages")) {
            String type = each.path("stage_type").asText("default");
            if (!STAGE_TYPES.contains(type)) {
                findings.differs("A-26", "a stage has the type " + type, null);
            }
        }
    }

    private static void dates(Crm crm, Findings findings) {
        if (crm.pipeline() == null) {
            findings.notTested("A-25", "needs --pipeline");
            return;
        }
        boolean any = false;
        for (JsonNode each : crm.records(OctolaneObject.opportunity)) {
            for (String field : List.of("close_date", "next_action_date")) {
                JsonNode value = each.path(field);
                if (value.isNumber()) {
                    findings.holds("A-25", "reads show milliseconds");
                } else if (value.isTextual()) {
                    String form = Times.of(value) != null ? "ISO-8601 text with a time" : "another text";
                    findings.differs("A-25", "reads show " + form, null);
                }
                any |= value.isNumber() || value.isTextual();
            }
        }
        if (!any) {
            findings.notTested("A-25", "no opportunity that was read has a date");
        }
    }
}
