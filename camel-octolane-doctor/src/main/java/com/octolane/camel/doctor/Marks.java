// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;

/** The mark of one run, by which people recognise what it wrote, and the list of it. */
final class Marks {

    private final ObjectMapper json = new ObjectMapper();
    private final String run;
    private final Written written;

    /** @param run tells this run from others, in letters and digits */
    Marks(String run, Written written) {
        this.run = run;
        this.written = written;
    }

    /** A text that says whose it is. */
    String text() {
        return Crm.MARK + " " + run;
    }

    /** A domain that can belong to nobody. */
    String domain(String what) {
        return what + "-" + run + "." + Crm.MARK + ".example";
    }

    String email(String what) {
        return what + "@" + domain("contact");
    }

    ObjectNode account(String domain) {
        return json.createObjectNode().put("domain", domain).put("description", text());
    }

    ObjectNode contact(String email) {
        return json.createObjectNode().put("email", email).put("full_name", text());
    }

    void wrote(OctolaneObject object, String id, String mark) {
        wrote(object.plural(), id, mark);
    }

    void wrote(String what, String id, String mark) {
        written.add(what, id, mark);
    }
}
