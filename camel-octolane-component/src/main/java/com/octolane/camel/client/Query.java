// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.util.ArrayList;
import java.util.List;

/**
 * What a read asks for, without its cursor. A cursor fits one query only, so that a whole scan keeps one instance.
 *
 * @param text       free text, or null
 * @param filters    at most 50 conditions, never null
 * @param sort       {@code field:asc} or {@code field:desc}, or null for the API's own order
 * @param fields     the fields to read, empty for all
 * @param limit      records a page, 1 to 500
 * @param pipelineId the pipeline, required for opportunities, else null
 * @param stageId    the stage, or null
 */
public record Query(
        String text,
        List<Filter> filters,
        String sort,
        List<String> fields,
        int limit,
        String pipelineId,
        String stageId) {

    // assumption A-16
    public Query {
        filters = List.copyOf(filters);
        fields = List.copyOf(fields);
    }

    /** One record, whichever it is. */
    public static Query ofOne(String pipelineId) {
        return new Query(null, List.of(), null, List.of(), 1, pipelineId, null);
    }

    /** The record that a condition names, whatever else was asked for; the field of the condition is read too. */
    public Query forOne(Filter condition) {
        List<String> read = new ArrayList<>(fields);
        if (!fields.isEmpty() && !fields.contains(condition.field())) {
            read.add(condition.field());
        }
        return new Query(null, List.of(condition), null, read, limit, pipelineId, stageId);
    }

    public Query withFilters(List<Filter> others) {
        return new Query(text, others, sort, fields, limit, pipelineId, stageId);
    }

    public Query withSort(String other) {
        return new Query(text, filters, other, fields, limit, pipelineId, stageId);
    }

    public Query withLimit(int other) {
        return new Query(text, filters, sort, fields, other, pipelineId, stageId);
    }

    public Query withFields(List<String> others) {
        return new Query(text, filters, sort, others, limit, pipelineId, stageId);
    }
}
