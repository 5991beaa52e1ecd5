// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OctolaneSimulatorTest {

    private static final String PIPELINE = "11111111-1111-4111-8111-111111111111";

    @Test
    void aStubOfTheTestWinsAndEveryRequestIsInTheJournal() {
        try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
            Api api = new Api(simulator);
            simulator
                    .wireMock()
                    .stubFor(post("/v1/accounts")
                            .atPriority(10)
                            .willReturn(aResponse().withStatus(503).withBody("{}")));
            assertThat(api.post("/accounts", Map.of("domain", "a.com")).status())
                    .isEqualTo(503);

            simulator.wireMock().resetMappings();
            assertThat(api.post("/accounts", Map.of("domain", "a.com")).status())
                    .isEqualTo(201);
            simulator.wireMock().verify(exactly(2), postRequestedFor(urlPathEqualTo("/v1/accounts")));
        }
    }

    @Test
    void aResetForgetsRecordsStubsAndJournal() {
        try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
            Api api = new Api(simulator);
            api.post("/accounts", Map.of("domain", "a.com"));
            simulator
                    .wireMock()
                    .stubFor(post("/v1/accounts")
                            .willReturn(aResponse().withStatus(503).withBody("{}")));
            simulator.reset();

            assertThat(simulator.records("accounts")).isEmpty();
            assertThat(simulator.wireMock().getAllServeEvents()).isEmpty();
            assertThat(api.post("/accounts", Map.of("domain", "a.com")).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void theJournalCanBeBoundedOrLeftOut() {
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(2).start()) {
            Api api = new Api(simulator);
            for (int i = 0; i < 4; i++) {
                api.post("/accounts", Map.of("domain", "a.com"));
            }
            assertThat(simulator.wireMock().getAllServeEvents()).hasSize(2);
        }
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            assertThat(new Api(simulator)
                            .post("/accounts", Map.of("domain", "a.com"))
                            .status())
                    .isEqualTo(201);
            simulator.reset();
            assertThat(simulator.count("accounts")).isZero();
        }
    }

    @Test
    void theDateHeaderTellsTheTimeOfTheClock() {
        Clock clock = Clock.fixed(Instant.parse("2020-02-03T04:05:06Z"), ZoneOffset.UTC);
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().clock(clock).start()) {
            assertThat(new Api(simulator)
                            .post("/accounts", Map.of("domain", "a.com"))
                            .raw()
                            .headers()
                            .allValues("Date"))
                    .containsExactly("Mon, 3 Feb 2020 04:05:06 GMT");
        }
    }

    @Test
    void pipelinesCanBeAddedAndHaveTheirOwnStages() {
        try (OctolaneSimulator simulator = OctolaneSimulator.builder()
                .apiKey("other")
                .pipeline(PIPELINE, "Partners", "Open", "Signed")
                .start()) {
            Map<String, Object> deal = Map.of(
                    "pipeline_id",
                    PIPELINE,
                    "opportunity",
                    Map.of("name", "A", "stage_id", simulator.stageId(PIPELINE, "signed")));
            assertThat(new Api(simulator)
                            .post("/opportunities", deal)
                            .data()
                            .get("stage_name")
                            .asText())
                    .isEqualTo("Signed");
            assertThat(simulator.stageId("Won")).isEqualTo(OctolaneSimulator.STAGE_WON);
            assertThatThrownBy(() -> simulator.stageId("Nowhere")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void recordsCanBeSeededChangedAndTouched() {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().clock(() -> now[0]).start()) {
            Map<String, Object> seeded = simulator.seed(
                    "contacts", Map.of("email", "A@a.com", "created_at", "2025-01-01T00:00:00Z", "tier", 3));
            simulator.seed("opportunities", List.of(Map.of("name", "A"), Map.of("name", "B", "stage_name", "Won")));
            String id = seeded.get("id").toString();
            assertThat(seeded)
                    .containsEntry("updated_at", "2025-01-01T00:00:00.000000Z")
                    .containsEntry("custom_fields", Map.of("tier", 3));
            assertThat(simulator.records("opportunities"))
                    .extracting(r -> r.get("stage_name"))
                    .containsExactly("Lead", "Won");

            assertThat(simulator.touch("contacts", id)).containsEntry("updated_at", "2026-01-01T00:00:00.000000Z");
            now[0] = now[0].plusSeconds(1);
            assertThat(simulator.change("contacts", id, Map.of("job_title", "CTO")))
                    .containsEntry("job_title", "CTO")
                    .containsEntry("updated_at", "2026-01-01T00:00:01.000000Z");
            assertThat(new Api(simulator)
                            .post("/contacts", Map.of("email", "a@a.com"))
                            .data()
                            .get("id")
                            .asText())
                    .isEqualTo(id);
        }
    }

    @Test
    void pagesCanBeLimitedFurther() {
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().pageLimits(10, 20).start()) {
            Api api = new Api(simulator);
            assertThat(api.get("/accounts").data().get("limit").asInt()).isEqualTo(10);
            assertThat(api.get("/accounts?limit=21").error("limit")).isEqualTo("Limit must be from 1 to 20");
        }
    }

    @Test
    void itStartsFromTheCommandLine() {
        try (OctolaneSimulator simulator = OctolaneSimulatorMain.start("--port", "0", "--api-key", "k")) {
            assertThat(new Api(simulator.baseUrl(), "k")
                            .post("/accounts", Map.of("domain", "a.com"))
                            .status())
                    .isEqualTo(201);
        }
        assertThatThrownBy(() -> OctolaneSimulatorMain.start("--prot", "1")).hasMessageContaining("Usage");
    }

    @Test
    void noPortIsGivenTwice() {
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 250; i++) {
            try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
                assertThat(ports.add(simulator.port())).isTrue();
            }
        }
    }
}
