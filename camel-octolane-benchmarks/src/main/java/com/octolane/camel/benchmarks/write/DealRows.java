// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Endpoints;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Deals as an export has them: twelve columns, all texts. A row differs from the next by its number. */
final class DealRows {

    private static final List<String> COLUMNS = List.of(
            "Name",
            "Stage Name",
            "Deal Size",
            "Close Date",
            "Next Action Date",
            "Next Steps",
            "Account Domain",
            "Primary Contact Email",
            "Additional Contact Emails",
            "Owner Email",
            "Source",
            "Region");

    private DealRows() {}

    static Map<String, Object> row(int number) {
        return row("Deal ", number);
    }

    /** A row that the stub refuses where it narrows. */
    static Map<String, Object> badRow(int number) {
        return row("BAD ", number);
    }

    private static Map<String, Object> row(String name, int number) {
        String digits = digits(number);
        Map<String, Object> row = new LinkedHashMap<>(32);
        row.put("Name", name + digits);
        row.put("Stage Name", "Qualified");
        row.put("Deal Size", "12500.50");
        row.put("Close Date", "2026-10-01");
        row.put("Next Action Date", "2026-09-10");
        row.put("Next Steps", "Send the proposal");
        row.put("Account Domain", "company-" + digits + ".example");
        row.put("Primary Contact Email", "person-" + digits + "@company-" + digits + ".example");
        row.put("Additional Contact Emails", "ada-" + digits + "@mail.example; bob@mail.example");
        row.put("Owner Email", "rep@ours.example");
        row.put("Source", "Trade fair");
        row.put("Region", "EMEA");
        return row;
    }

    /** The number in nine digits. */
    static String digits(int number) {
        byte[] digits = new byte[9];
        int rest = number;
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    static Iterator<Map<String, Object>> rows(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(DealRows::row).iterator();
    }

    /** The same rows as CSV with a header, made while it is read. */
    static InputStream csv(int from, int count) {
        String header = String.join(",", COLUMNS) + "\n";
        Iterator<Map<String, Object>> rows = rows(from, count);
        return new CsvText(header, () -> rows.hasNext() ? line(rows.next()) : null);
    }

    private static String line(Map<String, Object> row) {
        StringBuilder line = new StringBuilder(320);
        row.values().forEach(value -> line.append(line.isEmpty() ? "" : ",").append(value));
        return line.append('\n').toString();
    }

    /** The request for a row, as somebody writes it by hand who knows the columns and the API. */
    static Map<String, Object> request(Map<?, ?> row) {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("Source", row.get("Source"));
        custom.put("Region", row.get("Region"));
        Map<String, Object> deal = new LinkedHashMap<>();
        deal.put("name", row.get("Name"));
        deal.put("stage_name", row.get("Stage Name"));
        deal.put("deal_size", new BigDecimal((String) row.get("Deal Size")));
        deal.put("close_date", millis(row.get("Close Date")));
        deal.put("next_action_date", millis(row.get("Next Action Date")));
        deal.put("next_steps", row.get("Next Steps"));
        deal.put("custom_attributes", custom);
        List<String> others = new ArrayList<>();
        for (String each : ((String) row.get("Additional Contact Emails")).split(";")) {
            others.add(each.strip());
        }
        Map<String, Object> related = new LinkedHashMap<>();
        related.put("account_domain", row.get("Account Domain"));
        related.put("primary_contact_email", row.get("Primary Contact Email"));
        related.put("additional_contact_emails", others);
        related.put("owner_email", row.get("Owner Email"));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("pipeline_id", Endpoints.PIPELINE);
        request.put("opportunity", deal);
        request.put("related_objects", related);
        return request;
    }

    private static long millis(Object date) {
        return LocalDate.parse((String) date)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }
}
