// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import java.util.ArrayList;
import java.util.List;

/** Pages: their shape, their size, and cursors. */
final class PageProbes {

    private static final int LARGEST = 500;
    private static final int USUAL = 100;

    private PageProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe("shape of pages", List.of("A-36"), PageProbes::shape),
                new Probe("timestamps", List.of("A-42"), PageProbes::timestamps),
                new Probe("page size", List.of("A-16"), PageProbes::size),
                new Probe("largest page", List.of("A-17"), PageProbes::largest),
                new Probe("cursors", List.of("A-18"), PageProbes::cursor));
    }

    private static void shape(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            Reply page = crm.sample(object);
            List<String> keys = new ArrayList<>();
            page.data().fieldNames().forEachRemaining(keys::add);
            if (!page.isSuccess()) {
                findings.differs("A-36", "a list of " + object.plural() + " is " + page.refusal(), null);
            } else if (page.data().path(object.plural()).isArray()
                    && page.data().path("has_more").isBoolean()
                    && page.data().has("next_cursor")) {
                findings.holds("A-36", "pages as documented");
            } else {
                findings.differs("A-36", "the data of " + object.plural() + " holds " + keys, null);
            }
        }
    }

    private static void timestamps(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            if (crm.records(object).isEmpty()) {
                findings.notTested("A-42", "there are no " + object.plural());
            }
            for (JsonNode each : crm.records(object)) {
                for (String field : List.of("created_at", "updated_at")) {
                    JsonNode value = each.path(field);
                    String where = field + " of " + object.plural();
                    if (value.isTextual() && Times.of(value) != null) {
                        findings.holds("A-42", "ISO-8601 text");
                    } else if (value.isNumber()) {
                        findings.differs("A-42", where + " is a number", null);
                    } else {
                        findings.differs(
                                "A-42", where + " is " + (value.isTextual() ? "another text" : "absent"), null);
                    }
                }
            }
        }
    }

    private static void size(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            if (crm.records(object).size() < 2) {
                findings.notTested("A-16", "there are fewer than two " + object.plural());
                continue;
            }
            int records = crm.search(object, crm.object().put("limit", 1))
                    .records(object.plural())
                    .size();
            if (records > 1) {
                findings.differs("A-16", "a page of " + object.plural() + " with limit 1 has " + records, null);
            } else {
                JsonNode standard = crm.search(object, crm.object()).data().path("limit");
                findings.holds("A-16", "a limit is heeded; without one it is " + standard.asText("not told"));
            }
        }
    }

    private static void largest(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            Reply page = withLimit(crm, object, LARGEST);
            int told = page.data().path("limit").asInt(LARGEST);
            if (!page.isSuccess()) {
                boolean usual = withLimit(crm, object, USUAL).isSuccess();
                findings.differs(
                        "A-17",
                        "limit 500 of " + object.plural() + " is " + page.refusal(),
                        usual ? Lines.of("page-size", USUAL) : null);
            } else if (told < LARGEST) {
                findings.differs(
                        "A-17",
                        "limit 500 of " + object.plural() + " gives pages of " + told,
                        Lines.of("page-size", told));
            } else {
                Reply more = withLimit(crm, object, LARGEST + 1);
                String beyond = more.isSuccess()
                        ? "taken as " + more.data().path("limit").asText("told by nothing")
                        : "refused with " + more.status();
                findings.holds("A-17", "500 are given; 501 is " + beyond);
            }
        }
    }

    private static Reply withLimit(Crm crm, OctolaneObject object, int limit) {
        ObjectNode search = crm.object().put("limit", limit);
        search.putArray("fields").add("id");
        return crm.search(object, search);
    }

    private static void cursor(Crm crm, Findings findings) {
        for (OctolaneObject object : crm.objects()) {
            JsonNode cursor =
                    crm.search(object, crm.object().put("limit", 1)).data().path("next_cursor");
            if (!cursor.isTextual()) {
                findings.notTested("A-18", "a page of one of the " + object.plural() + " has no next one");
                continue;
            }
            ObjectNode other = crm.object().put("limit", 1).put("cursor", cursor.textValue());
            ObjectNode filter = other.putArray("filters").addObject();
            filter.put("field", "created_at").put("operator", "gte").put("value", "2000-01-01T00:00:00Z");
            Reply reply = crm.search(object, other);
            if (reply.status() == 400) {
                findings.holds("A-18", "refused with 400");
            } else if (reply.isSuccess()) {
                findings.differs("A-18", "a cursor is taken with another query", null);
            } else {
                findings.differs("A-18", "a cursor with another query is " + reply.refusal(), null);
            }
        }
    }
}
