// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The stages of pipelines: listed and created. */
final class StageHandler {

    private final Bodies bodies;

    StageHandler(Bodies bodies) {
        this.bodies = bodies;
    }

    ApiAnswer list(Pipeline pipeline) {
        return ApiAnswer.success(
                200,
                "Stages",
                Map.of(
                        "stages",
                        pipeline.stages().stream()
                                .filter(Stage::active)
                                .map(stage -> shown(pipeline, stage))
                                .toList()));
    }

    ApiAnswer create(Pipeline pipeline, ApiRequest request) {
        JsonNode rows = bodies.read(request, "StageBulkCreateInput");
        List<Stage> created = pipeline.changing(before -> {
            Problems problems = new Problems();
            Set<String> labels = new HashSet<>();
            before.forEach(stage -> labels.add(key(stage.label())));
            List<Stage> fresh = new ArrayList<>();
            for (JsonNode row : rows) {
                if (!labels.add(key(row.get("label").asText()))) {
                    problems.under("[" + fresh.size() + "]").invalid("label", "Label is already taken");
                }
                fresh.add(stage(row));
            }
            problems.throwIfAny();
            return fresh;
        });
        return ApiAnswer.success(
                201,
                created.size() + " stages created",
                created.stream().map(stage -> shown(pipeline, stage)).toList());
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    private static Stage stage(JsonNode row) {
        JsonNode probability = row.path("probability");
        return new Stage(
                UUID.randomUUID().toString(),
                row.get("label").asText(),
                row.path("stage_order").asInt(0),
                row.has("color") ? row.get("color").asText() : null,
                true,
                row.path("is_default").asBoolean(),
                probability.isNumber() ? probability.numberValue() : null,
                row.path("stage_type").asText("default"));
    }

    private static Map<String, Object> shown(Pipeline pipeline, Stage stage) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stage_id", stage.id());
        map.put("pipeline_id", pipeline.id());
        map.put("label", stage.label());
        map.put("stage_order", stage.order());
        map.put("color", stage.color());
        map.put("is_active", stage.active());
        map.put("is_default", stage.isDefault());
        map.put("probability", stage.probability());
        map.put("stage_type", stage.type());
        return map;
    }
}
