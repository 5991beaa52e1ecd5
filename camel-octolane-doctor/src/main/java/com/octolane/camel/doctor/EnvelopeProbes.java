// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lies around the data: errors, headers, and a path that may be there. */
final class EnvelopeProbes {

    private static final int USUAL_RATE = 4;

    private EnvelopeProbes() {}

    /** @param headers those of all answers so far, by lower-case name */
    static List<Probe> all(Map<String, String> headers) {
        return List.of(
                new Probe("errors", List.of("A-27", "A-28"), EnvelopeProbes::errors),
                new Probe("list of pipelines", List.of("A-08"), EnvelopeProbes::pipelines),
                new Probe("headers", List.of("A-13", "A-41"), (crm, findings) -> headers(headers, findings)));
    }

    private static void errors(Crm crm, Findings findings) {
        Reply reply = crm.post("/accounts/search", crm.object().put("limit", 0), true);
        if (reply.isSuccess()) {
            String why = "a search with limit 0 is taken";
            findings.notTested("A-27", why);
            findings.notTested("A-28", why);
            return;
        }
        if (reply.http() < 300) {
            findings.differs("A-28", "an error comes with the status " + reply.http(), null);
        } else {
            findings.holds("A-28", "an error comes with " + reply.http());
        }
        JsonNode errors = reply.error().path("errors");
        boolean texts = true;
        for (JsonNode each : errors) {
            texts &= each.isTextual();
        }
        if (errors.isObject() && texts) {
            findings.holds("A-27", "an object of texts");
        } else {
            String form = errors.isArray()
                    ? "a list"
                    : errors.isObject() ? "an object of other values" : errors.isTextual() ? "a text" : "absent";
            findings.differs("A-27", "errors is " + form, null);
        }
    }

    private static void pipelines(Crm crm, Findings findings) {
        Reply reply = crm.get("/pipelines");
        if (reply.isSuccess()) {
            findings.differs("A-08", "GET /pipelines answers", null);
        } else {
            findings.holds("A-08", "GET /pipelines is answered " + reply.status());
        }
    }

    private static void headers(Map<String, String> headers, Findings findings) {
        Map<String, String> limits = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (name.matches("(x-)?rate-?limit.*")) {
                limits.put(name, value);
            }
        });
        if (limits.isEmpty()) {
            findings.holds("A-13", "no header tells of a limit");
        } else {
            findings.differs("A-13", "answers carry " + limits.keySet(), Lines.of("requests-per-second", rate(limits)));
        }
        if (headers.containsKey("date")) {
            findings.holds("A-41", "it has");
        } else {
            // the present time, as this machine knows it
            findings.differs(
                    "A-41", "it has not", Lines.of("start-from", Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    /** The window of a limit is seldom told: a minute is the usual one. */
    private static String rate(Map<String, String> limits) {
        return limits.entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith("limit") && each.getValue().matches("\\d{1,7}"))
                .map(each -> Math.min(USUAL_RATE, Math.max(1, Integer.parseInt(each.getValue()) / 60)))
                .findFirst()
                .orElse(1)
                .toString();
    }
}
