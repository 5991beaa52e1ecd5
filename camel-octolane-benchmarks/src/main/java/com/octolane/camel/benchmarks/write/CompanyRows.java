// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Accounts as an export has them: twelve columns, all texts, and the stub has each of them with just these values. */
final class CompanyRows {

    private CompanyRows() {}

    static Map<String, Object> row(int number) {
        String digits = DealRows.digits(number);
        Map<String, Object> row = new LinkedHashMap<>(32);
        row.put("Name", "Company " + digits);
        row.put("Domain", "company-" + digits + ".example");
        row.put("Industry", "Robotics");
        row.put("Description", "Builds machines that sort, pack and move goods in warehouses");
        row.put("LinkedIn", "https://linkedin.example/company/" + digits);
        row.put("Primary Location", "Vienna, Austria");
        row.put("Employee Range", "51-200");
        row.put("Type", "customer");
        row.put("Estimated Revenue", "1250000");
        row.put("Founded", "1998");
        row.put("Tags", "imported;machines");
        row.put("Last Interaction", "2026-03-04T09:30:00Z");
        return row;
    }

    static Iterator<Map<String, Object>> rows(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(CompanyRows::row).iterator();
    }

    /** The fields of the API for a row, as somebody writes them by hand. */
    static Map<String, Object> request(Map<?, ?> row) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("name", row.get("Name"));
        account.put("domain", row.get("Domain"));
        account.put("industry", row.get("Industry"));
        account.put("description", row.get("Description"));
        account.put("linkedin", row.get("LinkedIn"));
        account.put("primary_location", row.get("Primary Location"));
        account.put("employee_range", row.get("Employee Range"));
        account.put("type", row.get("Type"));
        account.put("estimated_revenue", new BigDecimal((String) row.get("Estimated Revenue")));
        account.put("founded", Integer.valueOf((String) row.get("Founded")));
        account.put("tags", Arrays.asList(((String) row.get("Tags")).split(";")));
        account.put("last_interaction", row.get("Last Interaction"));
        return account;
    }

    /** A search for the accounts with these domains. */
    static Map<String, Object> search(List<?> domains) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("field", "domain");
        filter.put("operator", domains.size() == 1 ? "eq" : "in");
        filter.put("value", domains.size() == 1 ? domains.get(0) : domains);
        return Map.of("filters", List.of(filter), "limit", 500);
    }

    /** What the stored record lacks of what is wanted, numbers by their value. */
    static Map<String, Object> differences(Map<String, Object> wanted, Map<?, ?> stored) {
        Map<String, Object> different = new LinkedHashMap<>();
        wanted.forEach((field, value) -> {
            if (!isSame(value, stored.get(field))) {
                different.put(field, value);
            }
        });
        return different;
    }

    private static boolean isSame(Object wanted, Object stored) {
        return wanted instanceof Number && stored instanceof Number
                ? new BigDecimal(wanted.toString()).compareTo(new BigDecimal(stored.toString())) == 0
                : wanted.equals(stored);
    }
}
