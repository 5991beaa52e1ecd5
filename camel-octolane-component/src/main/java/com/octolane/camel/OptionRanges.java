// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.mapping.CustomFieldKey;
import com.octolane.camel.mapping.FieldTable;
import com.octolane.camel.mapping.SelectKey;
import com.octolane.camel.poll.Emit;
import com.octolane.camel.poll.ScanMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Checks option values that must lie in a range or have a form. */
final class OptionRanges {

    private OptionRanges() {}

    /** @throws IllegalArgumentException naming the option, its value and what is valid */
    static void check(OctolaneConfiguration options) {
        range("pageSize", options.getPageSize(), 0, OctolaneClient.MAX_PAGE_SIZE);
        range("bulkConcurrency", options.getBulkConcurrency(), 1, 64);
        range("maxRetries", options.getMaxRetries(), 0, 1000);
        range("maxConnections", options.getMaxConnections(), 1, 100_000);
        boolean updates = options.getOperation() == OctolaneOperation.bulkUpdate;
        range(
                "bulkSize",
                options.getBulkSize(),
                0,
                updates ? OctolaneClient.MAX_BULK_UPDATE : OctolaneClient.MAX_BULK_CREATE);
        if (!(options.getRequestsPerSecond() >= 0)) {
            throw invalid("requestsPerSecond", options.getRequestsPerSecond(), "0 or more", null);
        }
        if (options.getCustomFieldKey() != CustomFieldKey.given && !options.isResolveCustomFields()) {
            throw new IllegalArgumentException("The option customFieldKey=" + options.getCustomFieldKey()
                    + " needs resolveCustomFields=true: the other names of a field stand in its definition");
        }
        if (options.getSelectKey() != SelectKey.value && !options.isResolveCustomFields()) {
            throw new IllegalArgumentException("The option selectKey=" + options.getSelectKey()
                    + " needs resolveCustomFields=true: the labels of options stand in the field's definition");
        }
        if (options.getOpportunityUpdateNames() != null) {
            updateNames(options.getOpportunityUpdateNames().keySet());
        }
        Durations.parse("retryDelay", options.getRetryDelay());
        Durations.parse("maxRetryDelay", options.getMaxRetryDelay());
        Durations.parse("lookback", options.getLookback());
        Emit.of(options.getEmit());
        ScanMode.of(options.getScan());
        startFrom(options.getStartFrom());
        zone(options.getZone());
        dateFormat(options.getDateFormat());
    }

    private static void range(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw invalid(option, value, "a number from " + min + " to " + max, null);
        }
    }

    private static void updateNames(Set<String> fields) {
        Set<String> valid = FieldTable.of(OctolaneObject.opportunity).names();
        fields.stream().filter(field -> !valid.contains(field)).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException(
                    "The option opportunityUpdateNames names the field '" + field + "': expected one of " + valid);
        });
    }

    private static void startFrom(String start) {
        if (!start.equals("beginning") && !start.equals("now")) {
            try {
                Instant.parse(start);
            } catch (DateTimeException e) {
                throw invalid("startFrom", start, "beginning, now, or an instant such as 2026-11-24T08:00:00Z", e);
            }
        }
    }

    private static void zone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw invalid("zone", zone, "a time zone such as UTC or Europe/Berlin", e);
        }
    }

    private static void dateFormat(String patterns) {
        if (patterns == null) {
            return;
        }
        for (String pattern : patterns.split("\\|")) {
            try {
                DateTimeFormatter.ofPattern(pattern.strip());
            } catch (IllegalArgumentException e) {
                throw invalid("dateFormat", patterns, "patterns such as dd.MM.yyyy, separated by |", e);
            }
        }
    }

    private static IllegalArgumentException invalid(String option, Object value, String expected, Exception cause) {
        return new IllegalArgumentException(
                "The option " + option + " is '" + value + "': expected " + expected, cause);
    }
}
