// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String KEY = "key-that-nobody-may-see";

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE =
            OctolaneSimulatorExtension.of(OctolaneSimulator.builder().apiKey(KEY));

    private OctolaneSimulator simulator;
    private Api api;

    @BeforeEach
    void connect() {
        simulator = OCTOLANE.simulator();
        api = new Api(simulator);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.boardUrl() + path));
    }

    private HttpResponse<String> change(String json) {
        return send(to("board/faults")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private JsonNode state() {
        try {
            return Api.JSON.readTree(send(to("board/state")).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode stage(String label) {
        return StreamSupport.stream(state().at("/pipelines/0/stages").spliterator(), false)
                .filter(stage -> stage.get("label").asText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** The newest first. */
    private JsonNode calls(int total) {
        JsonNode calls = state().get("calls");
        assertThat(calls.get("total").asInt()).isEqualTo(total);
        return calls.get("latest");
    }

    private int note() {
        return api.post("/notes", Map.of("content", "x", "domain", "a.com")).status();
    }

    @Test
    void thePageLiesAtTheRootAndLoadsNothingFromOutside() {
        HttpResponse<String> page = send(to(""));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("<title>Octolane simulator</title>").doesNotContain("http://", "https://");
    }

    @Test
    void stagesCarryExactCountsAndSumsWhateverHappensToTheirDeals() {
        Map<String, Object> deal = simulator.seed("opportunities", Map.of("name", "A", "deal_size", 1000.25));
        simulator.seed("opportunities", Map.of("name", "B", "deal_size", 2));
        simulator.seed("opportunities", Map.of("name", "C", "deal_size", "lots"));
        assertThat(stage("Lead").get("count").asInt()).isEqualTo(3);
        assertThat(stage("Lead").get("sum").decimalValue()).isEqualByComparingTo("1002.25");

        simulator.change("opportunities", deal.get("id").toString(), Map.of("stage_name", "Won", "deal_size", 7));

        assertThat(stage("Lead").get("count").asInt()).isEqualTo(2);
        assertThat(stage("Lead").get("sum").asInt()).isEqualTo(2);
        assertThat(stage("Won").get("sum").asInt()).isEqualTo(7);
        assertThat(stage("Won").at("/deals/0/name").asText()).isEqualTo("A");
        assertThat(state().at("/pipelines/0/sum").asInt()).isEqualTo(9);

        simulator.reset();
        assertThat(state().at("/pipelines/0/count").asInt()).isZero();
    }

    @Test
    void ofManyRecordsOnlyTheLatestAreSent() {
        simulator.seed(
                "opportunities",
                IntStream.range(0, 300)
                        .mapToObj(i -> Map.of("name", "D" + i, "updated_at", "2026-01-01T00:00:00." + (100 + i) + "Z"))
                        .toList());
        simulator.seed(
                "opportunities", Map.of("name", "old", "stage_name", "Won", "updated_at", "2020-01-01T00:00:00Z"));
        simulator.seed(
                "accounts",
                IntStream.range(0, 60)
                        .mapToObj(i -> Map.of("domain", i + ".com"))
                        .toList());

        assertThat(stage("Lead").get("count").asInt()).isEqualTo(300);
        assertThat(stage("Lead").get("deals"))
                .hasSize(50)
                .first()
                .satisfies(deal -> assertThat(deal.get("name").asText()).isEqualTo("D299"));
        assertThat(stage("Won").get("deals")).hasSize(1);
        assertThat(state().at("/accounts/count").asInt()).isEqualTo(60);
        assertThat(state().at("/accounts/latest")).hasSize(50);
    }

    @Test
    void aDealWithoutStageOrPipelineIsShownAllTheSame() {
        simulator.seed("opportunities", Map.of("name", "A", "pipeline_id", "elsewhere", "deal_size", 5));

        JsonNode unknown = state().at("/pipelines/1");
        assertThat(unknown.get("name").asText()).isEqualTo("elsewhere");
        assertThat(unknown.at("/stages/0/label").asText()).isEqualTo("No stage");
        assertThat(unknown.at("/stages/0/deals/0/name").asText()).isEqualTo("A");
    }

    @Test
    void recentCallsTellStatusRowsTimeAndFaultAndNeverTheKey() {
        simulator.faults().onCall(3, Fault.STATUS_500_AFTER_WRITE).onCall(4, Fault.RESET_BEFORE_WRITE);
        simulator.faults().latency(Duration.ofMillis(60));
        api.post("/accounts/bulk", List.of(Map.of("domain", "a.com"), Map.of("domain", "b.com")));
        api.get("/accounts?fields=name&limit=2");
        note();
        HttpRequest broken = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/notes"))
                .build();
        assertThat(CLIENT.sendAsync(broken, HttpResponse.BodyHandlers.ofString()))
                .failsWithin(Duration.ofSeconds(5));

        JsonNode calls = calls(4);
        assertThat(calls)
                .extracting(call -> call.get("path").asText())
                .containsExactly("/v1/notes", "/v1/notes", "/v1/accounts", "/v1/accounts/bulk");
        assertThat(calls).extracting(call -> call.get("status").asInt()).containsExactly(0, 500, 200, 201);
        assertThat(calls.get(0).get("status").isNull()).isTrue();
        assertThat(calls).extracting(call -> call.get("rows").asText()).containsExactly("null", "1", "2", "2");
        assertThat(calls)
                .extracting(call -> call.get("fault").asText())
                .containsExactly("RESET_BEFORE_WRITE", "STATUS_500_AFTER_WRITE", "null", "null");
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.get("millis").asInt()).isGreaterThanOrEqualTo(60));
        assertThat(send(to("board/state")).body() + send(to("")).body()).doesNotContain(KEY);
    }

    @Test
    void theBoardIsNoCallOfTheApi() {
        simulator.faults().onCall(2, Fault.STATUS_503).rateLimit(0.001, RetryAfterForm.NONE);
        for (int i = 0; i < 3; i++) {
            assertThat(send(to("board/state")).statusCode()).isEqualTo(200);
            assertThat(send(to("")).statusCode()).isEqualTo(200);
        }
        assertThat(note()).isEqualTo(201);
        change("{\"action\":\"rateLimit\",\"perSecond\":0}");
        assertThat(note()).isEqualTo(503);

        assertThat(calls(2)).hasSize(2);
        assertThat(simulator.wireMock().getAllServeEvents())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getRequest().getUrl()).isEqualTo("/v1/notes"));
    }

    @Test
    void aStubForEverythingHidesTheApiButNotTheBoard() {
        simulator
                .wireMock()
                .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(418).withBody("{}")));

        assertThat(note()).isEqualTo(418);
        assertThat(calls(1).at("/0/status").asInt()).isEqualTo(418);
    }

    @Test
    void callsAreKeptWhereThereIsNoJournal() {
        try (OctolaneSimulator own =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            simulator = own;
            api = new Api(own);
            IntStream.range(0, 103).forEach(i -> note());

            assertThat(calls(103)).hasSize(100);
        }
    }

    @Test
    void faultsAreSwitchedOnByHandAndShownUntilTheyAreUsedUp() {
        assertThat(change("{\"action\":\"next\",\"fault\":\"STATUS_503\"}").statusCode())
                .isEqualTo(204);
        assertThat(change("{\"action\":\"every\",\"n\":2,\"fault\":\"SUCCESS_FALSE\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(state().at("/faults/rules")).hasSize(2);
        assertThat(state().at("/faults/rules/1/when").asText()).isEqualTo("every 2 calls");

        assertThat(List.of(note(), note(), note())).containsExactly(503, 200, 201);
        assertThat(state().at("/faults/rules")).hasSize(1);
        assertThat(state().at("/faults/counts/STATUS_503").asInt()).isEqualTo(1);

        change("{\"action\":\"clear\"}");
        assertThat(state().at("/faults/rules")).isEmpty();
        assertThat(List.of(note(), note())).containsExactly(201, 201);
    }

    @Test
    void rulesOfATestAreShownToo() {
        simulator.faults().onCall(3, Fault.HANG, Fault.STATUS_503);
        simulator.faults().on(path -> path.endsWith("/bulk")).randomly(1, 0.25, Fault.EMPTY_BODY);
        note();

        JsonNode rules = state().at("/faults/rules");
        assertThat(rules.at("/0/when").asText()).isEqualTo("in 2 calls");
        assertThat(rules.at("/0/faults")).hasSize(2);
        assertThat(rules.at("/0/everywhere").asBoolean()).isTrue();
        assertThat(rules.at("/1/when").asText()).isEqualTo("by chance, probability 0.25");
        assertThat(rules.at("/1/everywhere").asBoolean()).isFalse();
    }

    @Test
    void latencyAndRateLimitAreSetByHand() {
        change("{\"action\":\"latency\",\"millis\":80}");
        change("{\"action\":\"rateLimit\",\"perSecond\":0.01,\"retryAfter\":\"SECONDS\"}");

        assertThat(note()).isEqualTo(201);
        assertThat(note()).isEqualTo(429);
        assertThat(calls(2).at("/0/fault").asText()).isEqualTo("RATE_LIMIT");
        assertThat(calls(2).at("/1/millis").asInt()).isGreaterThanOrEqualTo(80);
        JsonNode faults = state().get("faults");
        assertThat(faults.get("latencyMillis").asInt()).isEqualTo(80);
        assertThat(faults.get("perSecond").asDouble()).isEqualTo(0.01);
        assertThat(faults.get("rateLimited").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"action\":\"explode\"}",
                "{\"action\":\"next\",\"fault\":\"NONE\"}",
                "{\"action\":\"every\",\"fault\":\"HANG\"}",
                "{\"action\":\"every\",\"n\":0,\"fault\":\"HANG\"}",
                "{\"action\":\"latency\",\"millis\":-1}",
                "{\"action\":\"latency\",\"millis\":\"5\"}",
                "{\"action\":\"rateLimit\",\"perSecond\":5}"
            })
    void aChangeThatMakesNoSenseIsRefusedAndChangesNothing(String json) {
        HttpResponse<String> answer = change(json);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"");
        assertThat(state().at("/faults/rules")).isEmpty();
        assertThat(state().at("/faults/latencyMillis").asInt()).isZero();
    }

    @Test
    void theChangesThatThePageOfTheDocsShowsAreTaken() throws IOException {
        for (String json : Files.readAllLines(Path.of("src", "test", "resources", "docs", "board-faults.json"))) {
            HttpResponse<String> answer = change(json);
            assertThat(answer.statusCode()).as(json + answer.body()).isBetween(200, 204);
        }
        assertThat(state().at("/faults/rules")).as("the last one clears").isEmpty();
    }

    @Test
    void aFormOfAnotherSiteCanSwitchNothingOn() {
        HttpResponse<String> answer = send(to("board/faults")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"action\":\"next\",\"fault\":\"HANG\"}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(state().at("/faults/rules")).isEmpty();
    }

    @Test
    void whatTheBoardDoesNotHaveIsRefused() {
        assertThat(send(to("board/other")).statusCode()).isEqualTo(404);
        assertThat(send(to("board/faults")).statusCode()).isEqualTo(405);
        assertThat(send(to("").DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void aStateThatDidNotChangeIsNotSentAgain() {
        String tag = send(to("board/state")).headers().firstValue("ETag").orElseThrow();
        assertThat(send(to("board/state").header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);

        simulator.seed("accounts", Map.of("domain", "a.com"));
        assertThat(send(to("board/state").header("If-None-Match", tag)).statusCode())
                .isEqualTo(200);
    }
}
