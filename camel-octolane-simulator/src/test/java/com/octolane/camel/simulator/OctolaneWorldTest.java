// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OctolaneWorldTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static volatile Instant now;

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE =
            OctolaneSimulatorExtension.of(OctolaneSimulator.builder().clock(() -> now));

    private OctolaneSimulator simulator;
    private OctolaneWorld world;
    private Api api;

    @BeforeEach
    void fourAccountsThatChangedOneAfterTheOther() {
        now = START;
        simulator = OCTOLANE.simulator();
        world = simulator.world();
        api = new Api(simulator);
        for (int i = 0; i < 4; i++) {
            simulator.seed("accounts", Map.of("id", "id-" + i, "name", "A" + i, "domain", "a" + i + ".com"));
            now = now.plusSeconds(1);
        }
    }

    private List<String> oldestFirst() {
        return Pages.names(Pages.readAll(api, "accounts", Map.of("sort", "updated_at:asc", "limit", 2)));
    }

    private Api.Answer search(Map<String, Object> body) {
        return api.post("/accounts/search", body);
    }

    @Test
    void aRecordBecomesVisibleLateWithItsOldTimestamp() {
        world.visibleLate("accounts", "id-1", Duration.ofSeconds(30)).hide("accounts", "id-2");
        assertThat(oldestFirst()).containsExactly("A0", "A3");

        now = now.plusSeconds(30);
        assertThat(oldestFirst()).containsExactly("A0", "A1", "A3");
        world.reveal("accounts", "id-2");
        assertThat(oldestFirst()).containsExactly("A0", "A1", "A2", "A3");
        assertThat(simulator.find("accounts", "id-1")).containsEntry("updated_at", "2026-01-01T00:00:01.000000Z");
    }

    @Test
    void recordsThatChangeBetweenPagesMove() {
        world.beforeEachRead(read -> {
            if (simulator.find("accounts", "id-0").get("industry") == null && now.isAfter(START.plusSeconds(4))) {
                simulator.change("accounts", "id-0", Map.of("industry", "Robotics"));
            }
            now = now.plusSeconds(1);
        });

        assertThat(oldestFirst()).containsExactly("A0", "A1", "A2", "A3", "A0");
    }

    @Test
    void cursorsExpireAfterSoManyReads() {
        Map<String, Object> first = Map.of("limit", 1);
        String cursor = search(first).data().get("next_cursor").asText();
        Map<String, Object> second = Map.of("limit", 1, "cursor", cursor);
        world.expireCursorsAfter(2);

        assertThat(search(second).status()).isEqualTo(200);
        assertThat(search(first).status()).isEqualTo(200);
        assertThat(search(second).error("cursor")).isEqualTo("Cursor has expired");
    }

    @Test
    void filterAndSortCanBeIgnored() {
        Map<String, Object> body = Map.of(
                "sort",
                "updated_at:asc",
                "limit",
                3,
                "filters",
                List.of(Map.of("field", "name", "operator", "eq", "value", "A1")));
        world.ignoreFilter(true);
        assertThat(Pages.names(Pages.readAll(api, "accounts", body))).containsExactly("A0", "A1", "A2", "A3");

        world.ignoreSort(true);
        assertThat(Pages.names(Pages.readAll(api, "accounts", body))).containsExactly("A3", "A2", "A1", "A0");
    }

    @Test
    void updatedAtCanBeRefusedAsFilterAndAsSort() {
        Map<String, Object> filter =
                Map.of("filters", List.of(Map.of("field", "updated_at", "operator", "gte", "value", START.toString())));
        world.refuseUpdatedAtFilter(true);
        assertThat(search(filter).error("filters[0].field")).isEqualTo("Cannot filter by updated_at");
        assertThat(search(Map.of("sort", "updated_at:asc")).status()).isEqualTo(200);

        world.reset();
        world.refuseUpdatedAtSort(true);
        assertThat(search(Map.of("sort", "updated_at:asc")).error("sort")).isEqualTo("Cannot sort by updated_at");
        assertThat(search(filter).status()).isEqualTo(200);
    }

    @Test
    void recordsCanCarryMoreAndLessThanIsKnown() {
        world.extraFields(true).nulls("name", "updated_at").omit("created_at");
        JsonNode record = search(Map.of()).data().at("/accounts/0");

        assertThat(record.has("x_score")).isTrue();
        assertThat(record.at("/x_flags/labels")).hasSize(2);
        assertThat(record.get("name").isNull()).isTrue();
        assertThat(record.get("updated_at").isNull()).isTrue();
        assertThat(record.has("created_at")).isFalse();
    }

    @Test
    void aCursorCanLeadOnForEverOrBackToItself() {
        world.endlessCursor(true);
        JsonNode page = search(Map.of("limit", 4)).data();
        for (int i = 0; i < 3; i++) {
            String cursor = page.get("next_cursor").asText();
            page = search(Map.of("limit", 4, "cursor", cursor)).data();
            assertThat(page.get("accounts")).isEmpty();
            assertThat(page.get("has_more").asBoolean()).isTrue();
            assertThat(page.get("next_cursor").asText()).isNotEqualTo(cursor);
        }

        world.reset();
        world.repeatCursor(true);
        String cursor = search(Map.of("limit", 1)).data().get("next_cursor").asText();
        JsonNode second = search(Map.of("limit", 1, "cursor", cursor)).data();
        assertThat(second.get("next_cursor").asText()).isEqualTo(cursor);
        assertThat(search(Map.of("limit", 1, "cursor", cursor)).data()).isEqualTo(second);
    }

    @Test
    void aPageCanRepeatTheLastRecordOfTheOneBefore() {
        world.repeatRecords(true);

        assertThat(oldestFirst()).containsExactly("A0", "A1", "A1", "A2", "A3");
    }

    @Test
    void bulkErrorsCanLeaveOutTheRow() {
        List<Object> rows = List.of(Map.of("domain", "x.com"), Map.of("name", "no domain"));
        assertThat(api.post("/accounts/bulk", rows).error("[1].domain")).isEqualTo("Domain is required");

        world.rowIndexInErrors(false);
        assertThat(api.post("/accounts/bulk", rows).error("domain")).isEqualTo("Domain is required");
    }

    @Test
    void aResetTurnsEverySwitchOff() {
        world.hide("accounts", "id-1").ignoreSort(true).expireCursorsAfter(0).omit("name");
        world.reset();

        assertThat(oldestFirst()).containsExactly("A0", "A1", "A2", "A3");
    }
}
