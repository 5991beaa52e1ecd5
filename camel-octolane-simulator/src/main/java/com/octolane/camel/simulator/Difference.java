// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** Ways in which the service may differ from what clients assume of it; {@link OctolaneWorld#differ} turns them on. */
public enum Difference {
    /** The answer to a single create tells the id under a name of its own, {@code uuid}. */
    ID_UNDER_ANOTHER_NAME,
    /** Creating an account or a contact that exists changes it. */
    CREATES_OVERWRITE,
    /** Custom values are taken by their slug; under the property name they are silently left out. */
    CUSTOM_VALUES_BY_SLUG,
    /** Custom values are taken by their property name; under the slug they are silently left out. */
    CUSTOM_VALUES_BY_PROPERTY_NAME,
    /** A note must have {@code content}. */
    NOTES_NEED_CONTENT,
    /** {@code GET /v1/pipelines} answers. */
    PIPELINES_ARE_LISTED,
    /** A filter on {@code id} is answered with 400. */
    NO_FILTER_BY_ID,
    /** Filters on domains, e-mail addresses and the accounts of opportunities are answered with 400. */
    NO_FILTER_BY_KEY,
    /** The own fields of opportunities have the prefix {@code opportunity_} in definitions and updates. */
    PREFIXED_FIELDS_OF_OPPORTUNITIES,
    /** A null in an update is passed over. */
    NULLS_ARE_IGNORED,
    /** Answers tell of a limit of 60 calls. */
    RATE_LIMIT_HEADERS,
    /** Answers have no {@code Date}. */
    NO_DATE_HEADER,
    /** A page has the usual size where a smaller limit was sent. */
    LIMIT_IS_IGNORED,
    /** A page has at most 100 records; a larger limit is taken as 100. */
    LIMIT_IS_CLAMPED,
    /** A cursor goes on with whatever query it is sent. */
    CURSORS_FIT_ANY_QUERY,
    /** Opportunities are sorted by nothing but id and timestamps. */
    OPPORTUNITIES_SORT_BY_TIME_ONLY,
    /** A sort is an object; text is answered with 400. */
    SORTS_ARE_OBJECTS,
    /** {@code not_contains} is answered with 400. */
    FEWER_OPERATORS,
    /** {@code empty} and {@code not_empty} without a value are answered with 400. */
    EMPTY_NEEDS_A_VALUE,
    /** A filter on an unknown field is left out. */
    UNKNOWN_FILTERS_ARE_IGNORED,
    /** {@code query} is left out; only {@code q} is heeded. */
    QUERY_IS_IGNORED,
    /** Reads show the dates of opportunities as ISO-8601 text. */
    DATES_OF_OPPORTUNITIES_AS_TEXT,
    /** Reads show {@code created_at} and {@code updated_at} as epoch milliseconds. */
    TIMESTAMPS_AS_NUMBERS,
    /** Lists of field definitions have one of the type {@code color}. */
    NEW_FIELD_TYPE,
    /** The data of a list of field definitions is the list itself. */
    FIELDS_AS_BARE_LIST,
    /** Pages hold their records under {@code items}. */
    RECORDS_UNDER_ITEMS,
    /** {@code errors} is a list of objects with field and message. */
    ERRORS_AS_LIST,
    /** Errors of validation come with the status 200. */
    ERRORS_WITH_STATUS_200,
    /** The name of a stage counts in its own spelling only. */
    STAGE_NAMES_ARE_CASE_SENSITIVE
}
