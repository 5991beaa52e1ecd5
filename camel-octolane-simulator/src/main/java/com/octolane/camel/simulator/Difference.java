// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Ways in which the service may differ from what the component assumes of it, each the opposite of an assumption of docs/assumptions.md or of
 * several; {@link OctolaneWorld#differ} turns them on.
 */
public enum Difference {
    /** The answer to a single create tells the id under a name of its own, {@code uuid}. */
    ID_UNDER_ANOTHER_NAME("A-01"),
    /** Creating an account or a contact that exists changes it. */
    CREATES_OVERWRITE("A-03"),
    /** Custom values are taken by their slug; under the property name they are silently left out. */
    CUSTOM_VALUES_BY_SLUG("A-04"),
    /** Custom values are taken by their property name; under the slug they are silently left out. */
    CUSTOM_VALUES_BY_PROPERTY_NAME("A-04"),
    /** Reads show the option of a select by its label. */
    OPTIONS_ARE_SHOWN_BY_LABEL("A-05"),
    /** The option of a select is written by its label; another text is silently left out. */
    OPTIONS_ARE_TAKEN_BY_LABEL("A-05"),
    /** A note must have {@code content}. */
    NOTES_NEED_CONTENT("A-06"),
    /** Activities are created one by one: there is no bulk. */
    NO_BULK_OF_ACTIVITIES("A-07"),
    /** {@code GET /v1/pipelines} answers. */
    PIPELINES_ARE_LISTED("A-08"),
    /** A filter on {@code id} is answered with 400. */
    NO_FILTER_BY_ID("A-09"),
    /** Filters on domains, e-mail addresses and the accounts of opportunities are answered with 400. */
    NO_FILTER_BY_KEY("A-40"),
    /** The own fields of opportunities have the prefix {@code opportunity_} in definitions and updates. */
    PREFIXED_FIELDS_OF_OPPORTUNITIES("A-10"),
    /** A null in an update is passed over. */
    NULLS_ARE_IGNORED("A-11"),
    /** Answers tell of a limit of 60 calls. */
    RATE_LIMIT_HEADERS("A-13"),
    /** Answers have no {@code Date}. */
    NO_DATE_HEADER("A-41"),
    /** A page has the usual size where a smaller limit was sent. */
    LIMIT_IS_IGNORED("A-16"),
    /** A page has at most 100 records; a larger limit is taken as 100. */
    LIMIT_IS_CLAMPED("A-17"),
    /** A page has at most 100 records; a larger limit is answered with 400. */
    LARGE_LIMITS_ARE_REFUSED("A-17"),
    /** A cursor goes on with whatever query it is sent. */
    CURSORS_FIT_ANY_QUERY("A-18"),
    /** Opportunities are sorted by nothing but id and timestamps. */
    OPPORTUNITIES_SORT_BY_TIME_ONLY("A-20"),
    /** A sort is an object; text is answered with 400. */
    SORTS_ARE_OBJECTS("A-21"),
    /** {@code not_contains} is answered with 400. */
    FEWER_OPERATORS("A-22"),
    /** {@code empty} and {@code not_empty} without a value are answered with 400. */
    EMPTY_NEEDS_A_VALUE("A-23"),
    /** A filter on an unknown field is left out. */
    UNKNOWN_FILTERS_ARE_IGNORED("A-24"),
    /** {@code query} is left out; only {@code q} is heeded. */
    QUERY_IS_IGNORED("A-33"),
    /** Reads show the dates of opportunities as ISO-8601 text. */
    DATES_OF_OPPORTUNITIES_AS_TEXT("A-25"),
    /** Reads show {@code created_at} and {@code updated_at} as epoch milliseconds. */
    TIMESTAMPS_AS_NUMBERS("A-42"),
    /** Lists of field definitions have one of the type {@code color}. */
    NEW_FIELD_TYPE("A-26"),
    /** The data of a list of field definitions is the list itself. */
    FIELDS_AS_BARE_LIST("A-39"),
    /** Pages hold their records under {@code items}. */
    RECORDS_UNDER_ITEMS("A-36"),
    /** {@code errors} is a list of objects with field and message. */
    ERRORS_AS_LIST("A-27"),
    /** Errors of validation come with the status 200. */
    ERRORS_WITH_STATUS_200("A-28"),
    /** The name of a stage counts in its own spelling only. */
    STAGE_NAMES_ARE_CASE_SENSITIVE("A-32"),
    /** {@link OctolaneWorld#ignoreFilter}. */
    FILTERS_ARE_IGNORED(world -> world.ignoreFilter(true), "A-43"),
    /** {@link OctolaneWorld#refuseUpdatedAtFilter}. */
    NO_FILTER_BY_UPDATED_AT(world -> world.refuseUpdatedAtFilter(true), "A-43"),
    /** {@link OctolaneWorld#ignoreSort}. */
    SORTS_ARE_IGNORED(world -> world.ignoreSort(true), "A-19"),
    /** {@link OctolaneWorld#refuseUpdatedAtSort}. */
    NO_SORT_BY_UPDATED_AT(world -> world.refuseUpdatedAtSort(true), "A-19"),
    /** {@link OctolaneWorld#rowIndexInErrors}: no. */
    ROWS_ARE_NOT_NAMED(world -> world.rowIndexInErrors(false), "A-38"),
    /** {@link BulkAnswerShape#NO_DATA}. */
    BULKS_WITHOUT_DATA(world -> world.bulkAnswers(BulkAnswerShape.NO_DATA), "A-02"),
    /** {@link BulkAnswerShape#SHUFFLED}. */
    BULKS_IN_ANOTHER_ORDER(world -> world.bulkAnswers(BulkAnswerShape.SHUFFLED), "A-02"),
    /** {@link BulkAnswerShape#ROW_STATUS_LIST}. */
    BULKS_OF_ROWS(world -> world.bulkAnswers(BulkAnswerShape.ROW_STATUS_LIST), "A-12", "A-37"),
    /** {@link BulkAnswerShape#PARTIAL_RESULTS_WITH_INDEX}. */
    BULKS_WITH_RESULTS(world -> world.bulkAnswers(BulkAnswerShape.PARTIAL_RESULTS_WITH_INDEX), "A-02", "A-12", "A-37"),
    /** {@link BulkAnswerShape#PARTIAL_ERRORS_LIST}. */
    BULKS_WITH_ERRORS(world -> world.bulkAnswers(BulkAnswerShape.PARTIAL_ERRORS_LIST), "A-02", "A-12", "A-37");

    private final Consumer<OctolaneWorld> turn;
    private final Set<String> assumptions;

    Difference(String... assumptions) {
        this(world -> {}, assumptions);
    }

    /** @param turn turns the switches that make this difference */
    Difference(Consumer<OctolaneWorld> turn, String... assumptions) {
        this.turn = turn;
        this.assumptions = Set.of(assumptions);
    }

    /** The ids of what does not hold in this world, for example {@code A-17}. */
    public Set<String> assumptions() {
        return assumptions;
    }

    void turn(OctolaneWorld world) {
        turn.accept(world);
    }
}
