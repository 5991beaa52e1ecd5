// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Lays the paths that lead to the definitions of fields and to stages. */
final class DefinitionRoutes {

    private static final String OF_A_PIPELINE = "/v1/pipelines/{pipeline_id}";

    private final Map<String, Pipeline> pipelines;
    private final FieldHandler fields;
    private final StageHandler stages;
    private final OctolaneWorld world;

    DefinitionRoutes(Map<String, Pipeline> pipelines, FieldHandler fields, StageHandler stages, OctolaneWorld world) {
        this.pipelines = pipelines;
        this.fields = fields;
        this.stages = stages;
        this.world = world;
    }

    void lay(Router router) {
        for (Kind kind : List.of(Kind.ACCOUNT, Kind.CONTACT)) {
            FieldHandler.Scope scope = new FieldHandler.Scope(kind, kind.plural());
            layFields(router, "/v1/" + kind.plural(), request -> scope);
        }
        layFields(
                router,
                OF_A_PIPELINE,
                request -> new FieldHandler.Scope(
                        Kind.OPPORTUNITY, pipeline(request).id()));
        router.on("GET", "/v1/pipelines", request -> listed())
                .on("GET", OF_A_PIPELINE + "/stages", request -> stages.list(pipeline(request)))
                .on("POST", OF_A_PIPELINE + "/stages/bulk", request -> stages.create(pipeline(request), request));
    }

    private ApiAnswer listed() {
        if (!world.differs(Difference.PIPELINES_ARE_LISTED)) {
            throw ApiException.notFound(Map.of("path", "No such path: /v1/pipelines"));
        }
        List<Map<String, String>> all = pipelines.values().stream()
                .map(each -> Map.of("id", each.id(), "name", each.name()))
                .toList();
        return ApiAnswer.success(200, "Pipelines", Map.of("pipelines", all));
    }

    private void layFields(Router router, String base, Function<ApiRequest, FieldHandler.Scope> scope) {
        router.on("GET", base + "/fields", request -> fields.list(scope.apply(request)))
                .on("POST", base + "/fields/bulk", request -> fields.create(scope.apply(request), request))
                .on("POST", base + "/fields/bulk/update", request -> fields.update(scope.apply(request), request));
    }

    private Pipeline pipeline(ApiRequest request) {
        String id = request.variable("pipeline_id").toLowerCase(Locale.ROOT);
        if (!isUuid(id)) {
            throw ApiException.invalid("pipeline_id", "Pipeline id must be a valid uuid");
        }
        Pipeline pipeline = pipelines.get(id);
        if (pipeline == null) {
            throw ApiException.notFound(Map.of("pipeline_id", "Pipeline not found"));
        }
        return pipeline;
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
