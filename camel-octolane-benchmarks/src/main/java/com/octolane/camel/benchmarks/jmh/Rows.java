// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import com.octolane.camel.OctolaneObject;
import com.octolane.camel.benchmarks.Endpoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flat rows of 12 fields, as a CSV export has them: texts only, and all rows share the texts of their headings. */
final class Rows {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private Rows() {}

    /** Rows whose values differ, so that no branch is learnt by heart. */
    static List<Map<String, String>> of(OctolaneObject object, int count) {
        List<Map<String, String>> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(
                    switch (object) {
                        case opportunity -> opportunity(i);
                        case account -> account(i);
                        case contact -> contact(i);
                        default -> throw new IllegalArgumentException("no rows of " + object);
                    });
        }
        return rows;
    }

    private static Map<String, String> opportunity(int i) {
        return row(
                "Pipeline Id",
                Endpoints.PIPELINE,
                "Name",
                "Pilot of " + i + " seats",
                "Stage Name",
                i % 3 == 0 ? "Qualified" : "Proposal sent",
                "Deal Size",
                i % 2 == 0 ? String.valueOf(1_000 + 37 * i) : (1_000 + 37 * i) + ".50",
                "Close Date",
                DAY.plusDays(i % 365).toString(),
                "Next Action Date",
                DAY.plusDays(i % 50).toString(),
                "Next Steps",
                "Call them about the offer of last week",
                "Account Domain",
                "company" + i + ".example.com",
                "Primary Contact Email",
                "ann.smith" + i + "@company" + i + ".example.com",
                "Owner Email",
                "seller" + i % 7 + "@example.com",
                "Region",
                "EMEA",
                "Lead Source",
                i % 5 == 0 ? "Fair" : "Web site");
    }

    private static Map<String, String> account(int i) {
        return row(
                "Domain",
                "company" + i + ".example.com",
                "Name",
                "Company " + i + " Ltd",
                "Industry",
                "Manufacturing",
                "Linkedin",
                "https://linkedin.com/company/company" + i,
                "Description",
                "Makes things that others need, since " + (1900 + i % 120),
                "Primary Location",
                "Hamburg",
                "Employee Range",
                "51-200",
                "Estimated Revenue",
                String.valueOf(100_000 + 991L * i),
                "Founded",
                String.valueOf(1900 + i % 120),
                "Last Interaction",
                DAY.plusDays(i % 300) + "T09:30:00Z",
                "Region",
                "EMEA",
                "Tags",
                "customer;newsletter");
    }

    private static Map<String, String> contact(int i) {
        return row(
                "Email",
                "ann.smith" + i + "@company" + i + ".example.com",
                "First Name",
                "Ann",
                "Last Name",
                "Smith" + i,
                "Job Title",
                "Head of Purchasing",
                "Phone",
                "+49 40 " + (1_000_000 + i),
                "Seniority",
                "director",
                "Linkedin",
                "https://linkedin.com/in/ann-smith-" + i,
                "Current Company",
                "Company " + i + " Ltd",
                "Email Verified",
                i % 2 == 0 ? "true" : "false",
                "Twitter Followers",
                String.valueOf(i),
                "Region",
                "EMEA",
                "Language",
                "en");
    }

    private static Map<String, String> row(String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }
}
