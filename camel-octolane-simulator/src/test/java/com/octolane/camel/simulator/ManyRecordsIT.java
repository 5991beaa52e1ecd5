// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyRecordsIT {

    private static final int RECORDS = 200_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void everyRecordComesInOrderOverManyPages() {
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            Iterable<Map<String, Object>> people = () -> IntStream.range(0, RECORDS)
                    .<Map<String, Object>>mapToObj(
                            i -> Map.of("email", "p" + i + "@a.com", "created_at", START.plusMillis(i / 3)))
                    .iterator();
            simulator.seed("contacts", people);
            Api api = new Api(simulator);
            Map<String, Object> body = new HashMap<>(Map.of("sort", "updated_at:asc", "limit", 500));
            JsonNode data;
            int records = 0;
            String newest = "";
            do {
                data = api.post("/contacts/search", body).data();
                for (JsonNode record : data.get("contacts")) {
                    assertThat(record.get("updated_at").asText()).isGreaterThanOrEqualTo(newest);
                    newest = record.get("updated_at").asText();
                    records++;
                }
                body.put("cursor", data.get("next_cursor").asText(null));
            } while (data.get("has_more").asBoolean());

            assertThat(records).isEqualTo(RECORDS);
        }
    }
}
