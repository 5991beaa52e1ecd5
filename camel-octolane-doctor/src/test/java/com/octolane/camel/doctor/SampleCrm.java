// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a small customer's CRM holds: enough for every question that only reads. */
final class SampleCrm {

    static final String NAME = "Wolkenkratzer Feinkost";
    static final String DOMAIN = "wolkenkratzer.example";

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private SampleCrm() {}

    /** A simulator whose accounts have a select. */
    static OctolaneSimulator.Builder builder() {
        return OctolaneSimulator.builder()
                .customSelect("accounts", "tier", "Tier", Map.of("Gold", "gold-1", "Silver", "silver-2"));
    }

    static void fill(OctolaneSimulator simulator) {
        for (int i = 0; i < 3; i++) {
            String domain = i == 0 ? DOMAIN : "customer" + i + ".example";
            Map<String, Object> account =
                    simulator.seed("accounts", at(i, Map.of("name", NAME + i, "domain", domain, "tier", "gold-1")));
            simulator.seed("contacts", at(i, Map.of("email", "frieda@" + domain, "first_name", "Frieda")));
            simulator.seed(
                    "opportunities",
                    at(
                            i,
                            Map.of(
                                    "name",
                                    "Deal of " + NAME + i,
                                    "deal_size",
                                    1000 + i,
                                    "close_date",
                                    START.toEpochMilli(),
                                    "account_id",
                                    account.get("id"))));
        }
    }

    private static Map<String, Object> at(int hour, Map<String, Object> fields) {
        Map<String, Object> all = new java.util.HashMap<>(fields);
        all.put("created_at", START.plusSeconds(3600L * hour).toString());
        all.put(
                "updated_at",
                START.plusSeconds(7200L * (List.of(2, 0, 1).get(hour))).toString());
        return all;
    }
}
