// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Filters and free text: what is taken, and whether it is heeded. */
final class FilterProbes {

    private static final Map<OctolaneObject, List<String>> KEYS = Map.of(
            OctolaneObject.account, List.of("domain"),
            OctolaneObject.contact, List.of("email"),
            OctolaneObject.opportunity, List.of("name", "account_id"));

    private FilterProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe("filters on times", List.of("A-43"), FilterProbes::times),
                new Probe("records by id", List.of("A-09"), FilterProbes::byId),
                new Probe("records by their keys", List.of("A-40"), FilterProbes::byKey),
                new Probe("operators", List.of("A-22"), FilterProbes::operators),
                new Probe("operators without a value", List.of("A-23"), FilterProbes::withoutValue),
                new Probe("unknown fields", List.of("A-24"), FilterProbes::unknown),
                new Probe("free text", List.of("A-33"), FilterProbes::text));
    }

    private static void times(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            for (String field : List.of("updated_at", "created_at")) {
                time(crm, findings, object, field);
            }
        }
    }

    private static void time(Crm crm, Findings findings, OctolaneObject object, String field) {
        List<Instant> times = crm.records(object).stream()
                .map(each -> Times.of(each.path(field)))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (times.isEmpty() || times.get(0).equals(times.get(times.size() - 1))) {
            findings.notTested("A-43", "there are no two " + object.plural() + " that differ in " + field);
            return;
        }
        Instant newest = times.get(times.size() - 1);
        Reply reply = crm.filtered(object, field, "gte", crm.value(newest.toString()));
        String what = "a filter of " + object.plural() + " on " + field;
        if (!reply.isSuccess()) {
            findings.differs("A-43", what + " is " + reply.refusal(), Lines.NEWEST_FIRST);
        } else if (reply.records(object.plural()).stream()
                .map(each -> Times.of(each.path(field)))
                .anyMatch(time -> time != null && time.isBefore(newest))) {
            findings.differs("A-43", what + " is taken and not heeded", Lines.NEWEST_FIRST);
        } else {
            findings.holds("A-43", "taken and heeded");
        }
    }

    private static void byId(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            found(crm, findings, "A-09", object, "id", "eq");
        }
    }

    private static void byKey(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            for (String field : KEYS.get(object)) {
                found(crm, findings, "A-40", object, field, "eq");
                found(crm, findings, "A-40", object, field, "in");
            }
        }
    }

    /** Where the key of an account cannot be filtered, its name may be a key. */
    private static String otherKey(Crm crm, OctolaneObject object, String field) {
        boolean byName = KEYS.get(OctolaneObject.account).contains(field)
                && crm.filtered(object, "name", "eq", crm.value("x")).isSuccess()
                && crm.filtered(object, "name", "in", crm.array().add("x")).isSuccess();
        return byName ? Lines.of("match-on", "name") : null;
    }

    private static void found(
            Crm crm, Findings findings, String id, OctolaneObject object, String field, String operator) {
        JsonNode wanted = crm.records(object).stream()
                .map(each -> each.path(field))
                .filter(JsonNode::isTextual)
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            findings.notTested(id, "there are no " + object.plural() + " with " + field);
            return;
        }
        JsonNode value = operator.equals("in") ? crm.array().add(wanted) : wanted;
        Reply reply = crm.filtered(object, field, operator, value);
        String what = field + " " + operator + " of " + object.plural();
        if (!reply.isSuccess()) {
            findings.differs(id, what + " is " + reply.refusal(), otherKey(crm, object, field));
        } else if (reply.records(object.plural()).stream()
                .noneMatch(each -> each.path(field).equals(wanted))) {
            findings.differs(id, what + " does not find a record that is there", null);
        } else {
            findings.holds(id, "found");
        }
    }

    private static void operators(Crm crm, Findings findings) {
        Map<String, ObjectNode> filters = new LinkedHashMap<>();
        for (String each : List.of("eq", "neq", "contains", "not_contains", "starts_with", "ends_with")) {
            filters.put(each, crm.object().put("field", "name").put("value", "a"));
        }
        for (String each : List.of("in", "not_in", "contains_all", "contains_none")) {
            ObjectNode filter = crm.object().put("field", each.startsWith("contains") ? "tags" : "name");
            filter.putArray("value").add("a");
            filters.put(each, filter);
        }
        for (String each : List.of("gt", "gte", "lt", "lte")) {
            filters.put(each, crm.object().put("field", "created_at").put("value", "2024-06-11T01:40:00Z"));
        }
        ObjectNode between = crm.object().put("field", "created_at");
        between.putArray("value").add("2024-06-11T01:40:00Z").add("2024-06-12T01:40:00Z");
        filters.put("between", between);
        filters.forEach((operator, filter) -> filter.put("operator", operator));
        ObjectNode together = crm.object().put("limit", 1);
        together.putArray("filters").addAll(filters.values());
        if (crm.search(OctolaneObject.account, together).isSuccess()) {
            findings.holds("A-22", "taken");
            return;
        }
        int refused = 0;
        for (Map.Entry<String, ObjectNode> each : filters.entrySet()) {
            ObjectNode alone = crm.object().put("limit", 1);
            alone.putArray("filters").add(each.getValue());
            Reply reply = crm.search(OctolaneObject.account, alone);
            boolean onTime = each.getValue().path("field").asText().equals("created_at");
            if (!reply.isSuccess() && !onTime) {
                refused++;
                findings.differs("A-22", each.getKey() + " is " + reply.refusal(), null);
            }
        }
        if (refused == 0) {
            findings.holds("A-22", "taken one by one; A-43 tells of times");
        }
    }

    private static void withoutValue(Crm crm, Findings findings) {
        for (String operator : List.of("empty", "not_empty")) {
            Reply reply = crm.filtered(OctolaneObject.account, "name", operator, null);
            if (reply.isSuccess()) {
                findings.holds("A-23", "taken without a value");
            } else {
                findings.differs("A-23", operator + " without a value is " + reply.refusal(), null);
            }
        }
    }

    private static void unknown(Crm crm, Findings findings) {
        Reply reply = crm.filtered(OctolaneObject.account, Crm.MARK.replace('-', '_'), "eq", crm.value("x"));
        if (reply.status() == 400) {
            findings.holds("A-24", "refused with 400");
        } else if (!reply.isSuccess()) {
            findings.differs("A-24", reply.refusal(), null);
        } else {
            boolean some = !reply.records("accounts").isEmpty();
            findings.differs(
                    "A-24", some ? "taken and ignored: everything is found" : "taken, and finds nothing", null);
        }
    }

    private static void text(Crm crm, Findings findings) {
        if (crm.records(OctolaneObject.account).isEmpty()) {
            findings.notTested("A-33", "there are no accounts");
            return;
        }
        ObjectNode search = crm.object().put("limit", 1).put("query", Crm.MARK + " finds nothing");
        Reply reply = crm.search(OctolaneObject.account, search);
        if (!reply.isSuccess()) {
            findings.differs("A-33", "query is " + reply.refusal(), null);
        } else if (!reply.records("accounts").isEmpty()) {
            findings.differs("A-33", "query is taken and not heeded", null);
        } else {
            findings.holds("A-33", "query is heeded");
        }
    }
}
