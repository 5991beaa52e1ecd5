// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.RecordIds;
import java.util.ArrayList;
import java.util.List;

/** Creates: single, repeated and in bulk. What they make carries the mark of the run. */
final class CreateProbes {

    private static final String KEPT = "first name";
    private static final String OTHER = "second name";

    private final Marks marks;

    CreateProbes(Marks marks) {
        this.marks = marks;
    }

    List<Probe> all() {
        return List.of(
                new Probe("create, and create again", List.of("A-01", "A-03"), this::account),
                new Probe("create in bulk", List.of("A-02"), this::bulk),
                new Probe("bulk with a bad row", List.of("A-37", "A-38"), this::badRow),
                new Probe("notes", List.of("A-06"), this::note),
                new Probe("activities", List.of("A-07"), this::activity));
    }

    private void account(Crm crm, Findings findings) {
        String domain = marks.domain("account");
        Reply first = create(crm, OctolaneObject.account, marks.account(domain).put("name", KEPT), domain);
        if (!first.isSuccess()) {
            String why = "the create of an account is " + first.refusal();
            findings.notTested("A-01", why);
            findings.notTested("A-03", why);
            return;
        }
        if (RecordIds.find(OctolaneObject.account, first.data()) == null) {
            findings.differs("A-01", "no id was found in what a create answers", null);
        } else {
            findings.holds("A-01", "found");
        }
        again(crm, findings, domain);
    }

    private void again(Crm crm, Findings findings, String domain) {
        Reply again = crm.post("/accounts", marks.account(domain).put("name", OTHER), true);
        JsonNode read = one(crm, OctolaneObject.account, "domain", domain);
        String name = read.path("name").asText("");
        if (!again.isSuccess()) {
            findings.differs("A-03", "a repeated create is " + again.refusal(), Lines.of("operation", "upsert"));
        } else if (name.equals(OTHER)) {
            findings.differs("A-03", "a repeated create changes the record", Lines.of("operation", "upsert"));
        } else if (name.equals(KEPT)) {
            findings.holds("A-03", "nothing is changed");
        } else {
            findings.notTested("A-03", "the account is not found again");
        }
    }

    private void bulk(Crm crm, Findings findings) {
        List<String> emails = List.of(marks.email("bulk-1"), marks.email("bulk-2"), marks.email("bulk-3"));
        ArrayNode rows = crm.array();
        emails.forEach(email -> rows.add(marks.contact(email)));
        Reply reply = crm.post("/contacts/bulk", rows, true);
        if (!reply.isSuccess()) {
            findings.notTested("A-02", "a bulk create is " + reply.refusal());
            return;
        }
        for (int i = 0; i < emails.size(); i++) {
            String id = RecordIds.find(OctolaneObject.contact, reply.data().path(i));
            marks.wrote(OctolaneObject.contact, id, emails.get(i));
        }
        String domain = marks.domain("contact");
        JsonNode company = one(crm, OctolaneObject.account, "domain", domain);
        if (!company.isMissingNode()) {
            marks.wrote(OctolaneObject.account, company.path("id").asText(null), domain);
        }
        JsonNode data = reply.data();
        boolean inOrder = data.isArray() && data.size() == emails.size();
        for (int i = 0; inOrder && i < emails.size(); i++) {
            inOrder = data.get(i).path("email").asText("").equals(emails.get(i));
        }
        if (inOrder) {
            findings.holds("A-02", "a list in the order of the rows");
        } else if (data.isArray()) {
            findings.differs("A-02", "a list in another order or form", null);
        } else {
            findings.differs("A-02", data.isObject() ? "an object of " + names(data) : "there is no data", null);
        }
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.size() > 9
                ? List.of(names.size() + " keys")
                : names.stream().sorted().toList();
    }

    private void badRow(Crm crm, Findings findings) {
        String good = marks.email("beside-a-bad-row");
        ArrayNode rows = crm.array();
        rows.add(marks.contact(good)).add(marks.contact("no address"));
        Reply reply = crm.post("/contacts/bulk", rows, true);
        boolean written = !one(crm, OctolaneObject.contact, "email", good).isMissingNode();
        if (written) {
            marks.wrote(OctolaneObject.contact, null, good);
        }
        if (reply.status() == 400 && !written) {
            findings.holds("A-37", "refused, and nothing was created");
        } else {
            String answer = reply.isSuccess() ? "taken" : "answered " + reply.status();
            findings.differs(
                    "A-37",
                    "the call is " + answer + ", the good row " + (written ? "was" : "was not") + " created",
                    null);
        }
        if (reply.isSuccess()) {
            findings.notTested("A-38", "the call is taken");
        } else if (fields(reply.error()).stream().anyMatch(name -> name.startsWith("[1]"))) {
            findings.holds("A-38", "[1] names the second row");
        } else {
            findings.differs("A-38", "errors are named " + fields(reply.error()), null);
        }
    }

    /** The fields that an error names, be it in an object or in a list. */
    private static List<String> fields(JsonNode error) {
        return error.path("errors").isArray()
                ? error.path("errors").findValuesAsText("field")
                : names(error.path("errors"));
    }

    private void note(Crm crm, Findings findings) {
        ObjectNode note = crm.object().put("note", marks.text()).put("account_domain", marks.domain("account"));
        Reply reply = crm.post("/notes", note, false);
        if (reply.isSuccess()) {
            marks.wrote(OctolaneObject.note, RecordIds.find(OctolaneObject.note, reply.data()), marks.text());
            findings.holds("A-06", "a note with note and account_domain is taken");
        } else {
            findings.differs("A-06", "a note with note and account_domain is " + reply.refusal(), null);
        }
    }

    private void activity(Crm crm, Findings findings) {
        ObjectNode activity = crm.object().put("activity_type", "OTHER").put("title", marks.text());
        Reply reply = crm.post("/activities/bulk", crm.array().add(activity), false);
        if (reply.isSuccess()) {
            marks.wrote(OctolaneObject.activity, null, marks.text());
            findings.holds("A-07", "a bulk of one is taken");
        } else {
            findings.differs("A-07", "a bulk of one is " + reply.refusal(), null);
        }
    }

    private Reply create(Crm crm, OctolaneObject object, ObjectNode body, String mark) {
        Reply reply = crm.post('/' + object.plural(), body, object.isCreateRepeatable());
        if (reply.isSuccess()) {
            marks.wrote(object, RecordIds.find(object, reply.data()), mark);
        }
        return reply;
    }

    /** The id of a fresh account, or null. */
    static String account(Crm crm, Marks marks, String domain) {
        Reply reply = crm.post("/accounts", marks.account(domain).put("industry", "Testing"), true);
        if (!reply.isSuccess()) {
            return null;
        }
        String id =
                one(crm, OctolaneObject.account, "domain", domain).path("id").asText(null);
        marks.wrote(OctolaneObject.account, id, domain);
        return id;
    }

    /** The record with this key, or a missing node. */
    static JsonNode one(Crm crm, OctolaneObject object, String field, String key) {
        return crm.filtered(object, field, "eq", crm.value(key)).records(object.plural()).stream()
                .filter(each -> each.path(field).asText("").equals(key))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
