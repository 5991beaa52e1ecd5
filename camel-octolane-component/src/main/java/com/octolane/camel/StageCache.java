// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.mapping.StageSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Keeps the stages of pipelines for a while. */
final class StageCache implements StageSource {

    private static final String SEVERAL = "";

    private final OctolaneClient client;
    private final Remembered<Map<String, String>> idsByName;

    StageCache(OctolaneClient client, LongSupplier nanoTime) {
        this.client = client;
        this.idsByName = new Remembered<>(nanoTime);
    }

    @Override
    public String idOf(String pipelineId, String name) {
        String id = idsByName.get(pipelineId, () -> read(pipelineId)).get(spelling(name));
        return SEVERAL.equals(id) ? null : id;
    }

    private Map<String, String> read(String pipelineId) {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode each : Definitions.list(client.listStages(pipelineId).data(), "stages")) {
            if (each.path("stage_id").isTextual() && each.path("is_active").asBoolean(true)) {
                String name = spelling(each.path("label").asText(""));
                ids.merge(name, each.path("stage_id").textValue(), (one, other) -> SEVERAL);
            }
        }
        return ids;
    }

    private static String spelling(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
