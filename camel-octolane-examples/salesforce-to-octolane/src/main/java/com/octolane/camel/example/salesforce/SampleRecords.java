// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sample records as the REST API answers them: nulls, nested relations, and some that Octolane has to reject. */
final class SampleRecords {

    static final List<String> STAGES =
            List.of("Prospecting", "Qualification", "Proposal/Price Quote", "Closed Won", "Closed Lost");

    static final int ACCOUNTS = 25;
    static final int CONTACTS = 50;
    static final int DEALS = 45;

    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");

    private SampleRecords() {}

    static void addTo(SampleQueries org) {
        for (int i = 1; i <= ACCOUNTS; i++) {
            org.add("Account", at(i), account(i));
        }
        org.add("Account", at(ACCOUNTS), fields("Id", SampleOrg.id("001", 99), "Name", "No website", "Website", null));
        for (int i = 1; i <= CONTACTS; i++) {
            org.add("Contact", at(i), contact(i));
        }
        org.add(
                "Contact",
                at(CONTACTS),
                fields("Id", SampleOrg.id("003", 99), "Email", null, "LastName", "Unknown", "Account", null));
        for (int i = 1; i <= DEALS; i++) {
            org.add("Opportunity", at(i), deal(i));
        }
    }

    private static Instant at(int hour) {
        return FIRST.plus(Duration.ofHours(hour));
    }

    private static Map<String, Object> account(int i) {
        return fields(
                "Id",
                SampleOrg.id("001", i),
                "Name",
                "Company " + i,
                "Website",
                "https://www.company" + i + ".example/en",
                "Industry",
                i % 2 == 0 ? "Robotics" : null,
                "AnnualRevenue",
                100_000.0 * i,
                "NumberOfEmployees",
                10 * i,
                "Description",
                null,
                "BillingCity",
                "Berlin",
                "Type",
                "Customer - Direct");
    }

    private static Map<String, Object> contact(int i) {
        return fields(
                "Id",
                SampleOrg.id("003", i),
                "Email",
                email(i),
                "FirstName",
                "Ann",
                "LastName",
                "Lee " + i,
                "Title",
                i % 3 == 0 ? null : "Buyer",
                "Phone",
                null,
                "Account",
                relation("Account", "Name", "Company " + companyOf(i)));
    }

    private static Map<String, Object> deal(int i) {
        List<Object> roles = new ArrayList<>();
        roles.add(role(companyOf(i), true));
        if (i % 5 == 0) {
            roles.add(role(companyOf(i) + ACCOUNTS, false));
        }
        return fields(
                "Id",
                SampleOrg.id("006", i),
                "Name",
                "Deal " + i,
                "StageName",
                STAGES.get(i % STAGES.size()),
                "Amount",
                i % 7 == 0 ? null : 1_000.5 * i,
                "CloseDate",
                "2026-%02d-15".formatted(i % 12 + 1),
                "NextStep",
                null,
                "Account",
                i == DEALS
                        ? null
                        : relation("Account", "Website", "https://www.company" + companyOf(i) + ".example/en"),
                "Owner",
                relation("User", "Email", "rep" + i % 3 + "@ours.example"),
                "OpportunityContactRoles",
                i == DEALS ? null : fields("totalSize", roles.size(), "done", true, "records", roles));
    }

    private static Map<String, Object> role(int contact, boolean primary) {
        Map<String, Object> role = relation("OpportunityContactRole", "IsPrimary", primary);
        role.put("Contact", relation("Contact", "Email", email(contact)));
        return role;
    }

    /** The company of the contact or deal with a number. */
    static int companyOf(int i) {
        return (i - 1) % ACCOUNTS + 1;
    }

    static String email(int contact) {
        return "ann" + contact + "@company" + companyOf(contact) + ".example";
    }

    private static Map<String, Object> relation(String type, String field, Object value) {
        return fields("attributes", Map.of("type", type), field, value);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
