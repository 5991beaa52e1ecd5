// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Sorts: their form, the fields that take part, and whether they are heeded. */
final class SortProbes {

    private static final List<String> TIMES = List.of("updated_at", "created_at");
    private static final List<String> OF_DEALS = List.of("name:asc", "deal_size:desc");

    private SortProbes() {}

    static List<Probe> all() {
        return List.of(
                new Probe("form of sorts", List.of("A-21"), SortProbes::form),
                new Probe("sorts", List.of("A-19"), SortProbes::sorts),
                new Probe("sorts of opportunities", List.of("A-20"), SortProbes::deals));
    }

    private static Reply sorted(Crm crm, OctolaneObject object, String sort) {
        return crm.search(object, crm.object().put("limit", 10).put("sort", sort));
    }

    private static boolean takesTexts(Crm crm) {
        return List.of("name:asc", "created_at:asc", "id:asc").stream()
                .anyMatch(sort -> sorted(crm, OctolaneObject.account, sort).isSuccess());
    }

    private static void form(Crm crm, Findings findings) {
        if (takesTexts(crm)) {
            findings.holds("A-21", "text is taken");
            return;
        }
        ObjectNode search = crm.object().put("limit", 1);
        search.putObject("sort").put("field", "name").put("direction", "asc");
        Reply reply = crm.search(OctolaneObject.account, search);
        findings.differs("A-21", "text is refused, an object is " + (reply.isSuccess() ? "taken" : "too"), null);
    }

    private static void sorts(Crm crm, Findings findings) {
        if (!takesTexts(crm)) {
            findings.notTested("A-19", "no sort as text is taken");
            return;
        }
        for (OctolaneObject object : crm.objects()) {
            for (String field : List.of("updated_at", "created_at", "id")) {
                sort(crm, findings, object, field);
            }
        }
    }

    private static void sort(Crm crm, Findings findings, OctolaneObject object, String field) {
        String line = TIMES.contains(field) ? Lines.NEWEST_FIRST : null;
        String what = "a sort of " + object.plural() + " by " + field;
        Reply up = sorted(crm, object, field + ":asc");
        Reply down = sorted(crm, object, field + ":desc");
        if (!up.isSuccess() || !down.isSuccess()) {
            findings.differs("A-19", what + " is " + (up.isSuccess() ? down : up).refusal(), line);
            return;
        }
        List<JsonNode> first = values(up, object, field);
        List<JsonNode> last = values(down, object, field);
        if (first.stream().distinct().count() < 2 && last.stream().distinct().count() < 2) {
            findings.notTested("A-19", "there are no two " + object.plural() + " that differ in " + field);
        } else if (first.equals(last) || TIMES.contains(field) && !(ascends(first, 1) && ascends(last, -1))) {
            findings.differs("A-19", what + " is taken and not heeded", line);
        } else {
            findings.holds("A-19", "taken and heeded");
        }
    }

    private static List<JsonNode> values(Reply page, OctolaneObject object, String field) {
        return page.records(object.plural()).stream()
                .map(each -> each.path(field))
                .toList();
    }

    /** @param direction -1 for the newest first */
    private static boolean ascends(List<JsonNode> values, int direction) {
        List<Instant> times = new ArrayList<>(
                values.stream().map(Times::of).filter(Objects::nonNull).toList());
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i - 1).compareTo(times.get(i)) * direction > 0) {
                return false;
            }
        }
        return true;
    }

    private static void deals(Crm crm, Findings findings) {
        if (crm.pipeline() == null || !takesTexts(crm)) {
            findings.notTested("A-20", crm.pipeline() == null ? "needs --pipeline" : "no sort as text is taken");
            return;
        }
        for (String sort : OF_DEALS) {
            Reply reply = sorted(crm, OctolaneObject.opportunity, sort);
            if (reply.isSuccess()) {
                findings.holds("A-20", "name and deal_size sort");
            } else {
                findings.differs("A-20", sort + " is " + reply.refusal(), null);
            }
        }
    }
}
