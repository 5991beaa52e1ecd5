// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Carries out bulk creates and updates: all rows or none, unless the world's answers are of a partial shape. */
final class BulkCall {

    /** What a call does with each of its rows; both are called while writing, the check first. */
    interface Work {
        void check(BulkRow row, Problems problems);

        CrmRecord write(BulkRow row);
    }

    /** How a call that went well is answered; {@code listName} is what its records are called in answers where they have a name. */
    record Wording(int status, IntFunction<String> message, String listName) {}

    private final Store store;
    private final Bodies bodies;
    private final OctolaneWorld world;

    BulkCall(Store store, Bodies bodies, OctolaneWorld world) {
        this.store = store;
        this.bodies = bodies;
        this.world = world;
    }

    ApiAnswer run(ApiRequest request, String schema, Work work, Wording wording) {
        JsonNode body = bodies.parse(request);
        List<BulkRow> rows = BulkRow.of(body);
        Map<String, String> misfits = bodies.problems(schema, body);
        BulkAnswerShape shape = world.bulkShape();
        try {
            List<RowOutcome> outcomes =
                    store.writing(() -> shape.isPartial() ? some(rows, misfits, work) : all(rows, misfits, work));
            int status = shape.isPartial() ? 200 : wording.status();
            String message = wording.message().apply(rows.size());
            ApiAnswer answer = shape == BulkAnswerShape.NO_DATA
                    ? ApiAnswer.success(status, message)
                    : ApiAnswer.success(status, message, shape.data(outcomes, wording.listName()));
            return answer.about(rows.size());
        } catch (ApiException e) {
            throw world.namesRows() ? e : withoutRows(e, rows);
        }
    }

    private static List<RowOutcome> all(List<BulkRow> rows, Map<String, String> misfits, Work work) {
        if (!misfits.isEmpty()) {
            throw ApiException.invalid(misfits);
        }
        Problems problems = new Problems();
        rows.forEach(row -> work.check(row, problems.under(row.key())));
        problems.throwIfAny();
        return rows.stream().map(row -> written(row, work)).toList();
    }

    private static List<RowOutcome> some(List<BulkRow> rows, Map<String, String> misfits, Work work) {
        if (!misfits.keySet().stream().allMatch(field -> rows.stream().anyMatch(row -> row.owns(field)))) {
            throw ApiException.invalid(misfits);
        }
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (BulkRow row : rows) {
            Map<String, String> errors = row.own(misfits);
            if (errors.isEmpty()) {
                Problems problems = new Problems();
                work.check(row, problems.under(row.key()));
                errors = row.own(problems.all());
            }
            outcomes.add(errors.isEmpty() ? written(row, work) : new RowOutcome(row, null, errors));
        }
        return outcomes;
    }

    private static RowOutcome written(BulkRow row, Work work) {
        return new RowOutcome(row, work.write(row).toMap(), Map.of());
    }

    private static ApiException withoutRows(ApiException e, List<BulkRow> rows) {
        Map<String, String> errors = new LinkedHashMap<>();
        e.errors()
                .forEach((field, text) -> errors.putIfAbsent(
                        rows.stream()
                                .filter(row -> row.owns(field))
                                .findFirst()
                                .map(row -> row.inside(field))
                                .orElse(field),
                        text));
        return new ApiException(e.status(), e.getMessage(), errors);
    }
}
