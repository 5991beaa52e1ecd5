// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.mapping.StageSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Keeps the stages of pipelines for a while. Two threads may both read them; none waits for another. */
final class StageCache implements StageSource {

    private static final long EXPIRY = Duration.ofMinutes(5).toNanos();
    private static final String SEVERAL = "";

    private final OctolaneClient client;
    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(Map<String, String> idsByName, long readAt) {}

    StageCache(OctolaneClient client, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
    }

    @Override
    public String idOf(String pipelineId, String name) {
        long now = nanoTime.getAsLong();
        Entry entry = entries.get(pipelineId);
        if (entry == null || now - entry.readAt() > EXPIRY) {
            entry = new Entry(read(pipelineId), now);
            entries.put(pipelineId, entry);
        }
        String id = entry.idsByName().get(spelling(name));
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
