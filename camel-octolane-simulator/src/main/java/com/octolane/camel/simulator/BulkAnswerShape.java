// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How bulk creates and bulk updates answer; the documentation does not say. The partial shapes store the good rows, report the bad ones and
 * answer 200; with the others one bad row makes the whole call fail with 400.
 */
public enum BulkAnswerShape {
    /** {@code data} is the list of records in the order of the rows. */
    RECORDS(false),
    /** {@code data.results} has an entry for each row, {@code {index, success, data}} or {@code {index, success, error}}. */
    PARTIAL_RESULTS_WITH_INDEX(true),
    /** {@code data.created} (or {@code updated}) are the records of the good rows, {@code data.errors} are {@code {index, message}}. */
    PARTIAL_ERRORS_LIST(true),
    /** {@code data} is a list in the order of the rows: records with {@code success: true}, and {@code {success: false, error}}. */
    ROW_STATUS_LIST(true),
    /** There is no {@code data} at all. */
    NO_DATA(false),
    /** Like {@link #RECORDS}, in another order. */
    SHUFFLED(false);

    private final boolean partial;

    BulkAnswerShape(boolean partial) {
        this.partial = partial;
    }

    /** Whether the good rows of a call are stored when others are bad. */
    public boolean isPartial() {
        return partial;
    }

    /** @param listName what the list of good records is called where it has a name */
    Object data(List<RowOutcome> outcomes, String listName) {
        return switch (this) {
            case RECORDS -> records(outcomes);
            case SHUFFLED -> shuffled(records(outcomes));
            case NO_DATA -> null;
            case PARTIAL_RESULTS_WITH_INDEX ->
                Map.of("results", outcomes.stream().map(BulkAnswerShape::result).toList());
            case PARTIAL_ERRORS_LIST -> Map.of(listName, records(outcomes), "errors", errors(outcomes));
            case ROW_STATUS_LIST ->
                outcomes.stream().map(BulkAnswerShape::status).toList();
        };
    }

    private static List<Map<String, Object>> records(List<RowOutcome> outcomes) {
        return outcomes.stream()
                .filter(RowOutcome::isGood)
                .map(RowOutcome::data)
                .toList();
    }

    private static List<Map<String, Object>> shuffled(List<Map<String, Object>> records) {
        List<Map<String, Object>> mixed = new ArrayList<>(records);
        Collections.shuffle(mixed, new Random(records.size()));
        if (mixed.equals(records)) {
            Collections.rotate(mixed, 1);
        }
        return mixed;
    }

    private static Map<String, Object> result(RowOutcome outcome) {
        Map<String, Object> entry = outcome.entry();
        entry.put("success", outcome.isGood());
        if (outcome.isGood()) {
            entry.put("data", outcome.data());
        } else {
            entry.put("error", Map.of("message", outcome.message(), "errors", outcome.errors()));
        }
        return entry;
    }

    private static List<Map<String, Object>> errors(List<RowOutcome> outcomes) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (RowOutcome outcome : outcomes) {
            if (!outcome.isGood()) {
                Map<String, Object> entry = outcome.entry();
                entry.put("message", outcome.message());
                errors.add(entry);
            }
        }
        return errors;
    }

    private static Map<String, Object> status(RowOutcome outcome) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("success", outcome.isGood());
        if (outcome.isGood()) {
            entry.putAll(outcome.data());
        } else {
            entry.put("error", outcome.message());
        }
        return entry;
    }
}
