// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the world's {@link Difference differences} do to answers and records on their way out, and to names on their way in. */
final class Bends {

    /** The own fields of an opportunity that a world may call otherwise. */
    static final Set<String> OF_OPPORTUNITIES =
            Set.of("name", "deal_size", "close_date", "next_action_date", "next_steps");

    static final String PREFIX = "opportunity_";

    private static final Set<String> DATES = Set.of("close_date", "next_action_date");
    private static final Set<String> KEYS = Set.of("domain", "email", "account_id");

    private Bends() {}

    /** The answer as this world gives it. */
    static ApiAnswer answer(OctolaneWorld world, ApiAnswer answer) {
        if (answer.status() < 400) {
            return answer;
        }
        Map<String, Object> envelope = new LinkedHashMap<>(answer.envelope());
        if (world.differs(Difference.ERRORS_AS_LIST) && envelope.get("errors") instanceof Map<?, ?> errors) {
            List<Object> list = new ArrayList<>();
            errors.forEach((field, text) -> list.add(Map.of("field", field, "message", text)));
            envelope.put("errors", list);
        }
        boolean hidden = world.differs(Difference.ERRORS_WITH_STATUS_200) && answer.status() == 400;
        return new ApiAnswer(hidden ? 200 : answer.status(), envelope, answer.rows());
    }

    /** A record as this world shows it. */
    static void show(OctolaneWorld world, Map<String, Object> record) {
        if (world.differs(Difference.DATES_OF_OPPORTUNITIES_AS_TEXT)) {
            DATES.forEach(field -> record.computeIfPresent(
                    field,
                    (f, value) -> value instanceof Number millis
                            ? Instant.ofEpochMilli(millis.longValue()).toString()
                            : value));
        }
        if (world.differs(Difference.TIMESTAMPS_AS_NUMBERS)) {
            for (String field : List.of(CrmRecord.CREATED_AT, CrmRecord.UPDATED_AT)) {
                record.computeIfPresent(
                        field, (f, value) -> Timestamps.parse(value).toEpochMilli());
            }
        }
    }

    static boolean refusesFilter(OctolaneWorld world, String field) {
        return world.differs(Difference.NO_FILTER_BY_ID) && CrmRecord.ID.equals(field)
                || world.differs(Difference.NO_FILTER_BY_KEY) && KEYS.contains(field);
    }

    static boolean refusesOperator(OctolaneWorld world, Operator operator, Object value) {
        return world.differs(Difference.FEWER_OPERATORS) && operator == Operator.NOT_CONTAINS
                || world.differs(Difference.EMPTY_NEEDS_A_VALUE)
                        && (operator == Operator.EMPTY || operator == Operator.NOT_EMPTY)
                        && value == null;
    }

    static Optional<Stage> stage(OctolaneWorld world, Pipeline pipeline, String name) {
        return pipeline.stageByName(name)
                .filter(stage -> !world.differs(Difference.STAGE_NAMES_ARE_CASE_SENSITIVE)
                        || stage.label().equals(name));
    }

    /** The name by which definitions and updates know an opportunity's field. */
    static String fieldOfOpportunity(OctolaneWorld world, String name) {
        return world.differs(Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES) && OF_OPPORTUNITIES.contains(name)
                ? PREFIX + name
                : name;
    }
}
