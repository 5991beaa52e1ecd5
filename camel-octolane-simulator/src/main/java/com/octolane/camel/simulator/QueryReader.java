// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Understands list and search requests and refuses what the API would refuse. */
final class QueryReader {

    private static final Set<String> ACCOUNT_SORTS = Set.of("updated_at", "created_at", "name", "domain", "id");
    private static final Set<String> CONTACT_SORTS =
            Set.of("updated_at", "created_at", "name", "first_name", "last_name", "email", "account_id", "id");
    private static final Set<String> EVERYWHERE = Set.of(CrmRecord.ID, CrmRecord.CREATED_AT, CrmRecord.UPDATED_AT);

    private final Bodies bodies;
    private final Map<String, Pipeline> pipelines;
    private final CustomFields customFields;
    private final OctolaneWorld world;
    private final PageLimits limits;

    QueryReader(
            Bodies bodies,
            Map<String, Pipeline> pipelines,
            CustomFields customFields,
            OctolaneWorld world,
            PageLimits limits) {
        this.bodies = bodies;
        this.pipelines = pipelines;
        this.customFields = customFields;
        this.world = world;
        this.limits = limits;
    }

    ReadQuery fromList(Kind kind, ApiRequest request) {
        return new ReadQuery(
                kind,
                scope(kind, request.parameter("pipeline_id")),
                kind == Kind.OPPORTUNITY ? request.parameter("stage_id") : null,
                request.parameter("q"),
                List.of(),
                "",
                SortKey.DEFAULT,
                limit(number(request.parameter("limit"))),
                listFields(request.query().getOrDefault("fields", List.of())),
                request.parameter("cursor"));
    }

    ReadQuery fromSearch(Kind kind, ApiRequest request) {
        JsonNode body = bodies.read(request, kind == Kind.OPPORTUNITY ? "OpportunitySearchRequest" : "SearchRequest");
        String scope = scope(kind, text(body, "pipeline_id"));
        Set<String> fields = new LinkedHashSet<>();
        body.path("fields").forEach(field -> fields.add(field.asText()));
        return new ReadQuery(
                kind,
                scope,
                text(body, "stage_id"),
                body.has("query") && !world.differs(Difference.QUERY_IS_IGNORED)
                        ? text(body, "query")
                        : text(body, "q"),
                conditions(kind, scope, body.path("filters")),
                body.path("filters").toString(),
                sort(kind, scope, body.path("sort")),
                limit(body.has("limit") ? body.get("limit").asInt() : null),
                fields,
                text(body, "cursor"));
    }

    private String scope(Kind kind, String pipelineId) {
        if (kind != Kind.OPPORTUNITY) {
            return kind.plural();
        }
        if (pipelineId == null || pipelineId.isBlank()) {
            throw ApiException.invalid("pipeline_id", "Pipeline id is required");
        }
        Pipeline pipeline = pipelines.get(uuid(pipelineId));
        if (pipeline == null) {
            throw ApiException.notFound(Map.of("pipeline_id", "Pipeline not found"));
        }
        return pipeline.id();
    }

    private static String uuid(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("pipeline_id", "Pipeline id must be a valid uuid");
        }
    }

    private int limit(Integer wanted) {
        int limit = limits.check(wanted);
        if (world.differs(Difference.LARGE_LIMITS_ARE_REFUSED)) {
            return new PageLimits(limits.standard(), limits.standard()).check(wanted);
        }
        if (world.differs(Difference.LIMIT_IS_IGNORED)) {
            return Math.max(limit, limits.standard());
        }
        return world.differs(Difference.LIMIT_IS_CLAMPED) ? Math.min(limit, limits.standard()) : limit;
    }

    private static Integer number(String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw ApiException.invalid("limit", "Limit must be an integer");
        }
    }

    /** Comma-separated, repeated, or a JSON array of texts. */
    private Set<String> listFields(List<String> given) {
        Set<String> fields = new LinkedHashSet<>();
        for (String text : given) {
            String inner = text.strip();
            if (inner.startsWith("[") && inner.endsWith("]")) {
                inner = inner.substring(1, inner.length() - 1).replace("\"", "");
            }
            Arrays.stream(inner.split(","))
                    .map(String::strip)
                    .filter(field -> !field.isEmpty())
                    .forEach(fields::add);
        }
        return fields;
    }

    private List<Condition> conditions(Kind kind, String scope, JsonNode filters) {
        List<Condition> conditions = new ArrayList<>();
        Problems problems = new Problems();
        for (JsonNode filter : filters) {
            String field = filter.get("field").asText();
            Operator operator = Operator.of(filter.get("operator").asText());
            Object value = bodies.plain(filter.path("value"));
            Problems here = problems.under("filters[" + conditions.size() + "]");
            if (world.differs(Difference.UNKNOWN_FILTERS_ARE_IGNORED) && !isKnown(kind, scope, field)) {
                continue;
            }
            if (!isKnown(kind, scope, field) || world.refusesFilter(field)) {
                here.invalid("field", "Cannot filter by " + field);
            }
            String problem = Bends.refusesOperator(world, operator, value) ? "does not fit" : operator.problem(value);
            if (problem == null && value != null && isTime(field)) {
                value = times(value);
                boolean unread = value == null || (value instanceof List<?> all && all.contains(null));
                problem = unread ? "must be a point in time" : null;
            }
            if (problem != null) {
                here.invalid("value", "Value " + problem);
            }
            conditions.add(new Condition(field, operator, value));
        }
        problems.throwIfAny();
        return conditions;
    }

    private SortKey sort(Kind kind, String scope, JsonNode sort) {
        if (sort.isArray() && sort.size() > 1) {
            throw ApiException.invalid("sort", "Sort must have one key");
        }
        JsonNode single = sort.isArray() ? sort.path(0) : sort;
        if (single.isMissingNode()) {
            return SortKey.DEFAULT;
        }
        SortKey key = sortKey(single);
        boolean sortable =
                switch (kind) {
                    case ACCOUNT -> ACCOUNT_SORTS.contains(key.field());
                    case CONTACT -> CONTACT_SORTS.contains(key.field());
                    default ->
                        world.differs(Difference.OPPORTUNITIES_SORT_BY_TIME_ONLY)
                                ? EVERYWHERE.contains(key.field())
                                : isKnown(kind, scope, key.field());
                };
        boolean textRefused = single.isTextual() && world.differs(Difference.SORTS_ARE_OBJECTS);
        if (!sortable || textRefused || world.refusesSort(key.field())) {
            throw ApiException.invalid("sort", "Cannot sort by " + key.field());
        }
        return key;
    }

    /** Nothing is documented about a sort without direction; here it ascends. */
    private static SortKey sortKey(JsonNode sort) {
        if (sort.isObject()) {
            return new SortKey(
                    sort.path("field").asText(),
                    !"desc".equals(sort.path("direction").asText()));
        }
        String[] parts = sort.asText().split(":", 2);
        return new SortKey(parts[0], parts.length == 1 || "asc".equals(parts[1]));
    }

    private boolean isKnown(Kind kind, String scope, String field) {
        return EVERYWHERE.contains(field)
                || kind.position(field) >= 0
                || customFields.of(scope).containsKey(field);
    }

    private static boolean isTime(String field) {
        return CrmRecord.CREATED_AT.equals(field) || CrmRecord.UPDATED_AT.equals(field);
    }

    private static Object times(Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(Timestamps::parse).collect(Collectors.toCollection(ArrayList::new));
        }
        return Timestamps.parse(value);
    }

    private static String text(JsonNode body, String key) {
        return body.hasNonNull(key) ? body.get(key).asText() : null;
    }
}
