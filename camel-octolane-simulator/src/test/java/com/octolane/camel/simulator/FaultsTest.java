// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00.250Z");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE =
            OctolaneSimulatorExtension.of(OctolaneSimulator.builder().clock(() -> NOW));

    private OctolaneSimulator simulator;
    private Faults faults;

    @BeforeEach
    void connect() {
        simulator = OCTOLANE.simulator();
        faults = simulator.faults();
    }

    private static HttpRequest request(OctolaneSimulator target, String plural) {
        return HttpRequest.newBuilder(URI.create(target.baseUrl() + '/' + plural))
                .header("x-api-key", target.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString("{\"content\":\"x\",\"domain\":\"a.com\"}"))
                .build();
    }

    private HttpResponse<String> send() throws IOException, InterruptedException {
        return CLIENT.send(request(simulator, "notes"), HttpResponse.BodyHandlers.ofString());
    }

    /** @return the status, or 0 when the connection broke */
    private int outcome(String plural) throws InterruptedException {
        try {
            return CLIENT.send(request(simulator, plural), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private List<Integer> outcomes(int calls) throws InterruptedException {
        List<Integer> outcomes = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            outcomes.add(outcome("notes"));
        }
        return outcomes;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultStoresWhatItSaysAndSpoilsOneCall(Fault fault) throws Exception {
        faults.next(fault).hangFor(Duration.ofMillis(50));

        int spoilt = outcome("notes");

        assertThat(simulator.count("notes")).isEqualTo(fault.isCarriedOut() ? 1 : 0);
        assertThat(faults.count(fault)).isEqualTo(1);
        assertThat(spoilt)
                .isEqualTo(
                        switch (fault) {
                            case RESET_BEFORE_WRITE, RESET_AFTER_WRITE, HANG, HANG_AFTER_WRITE, TRUNCATED_BODY -> 0;
                            case STATUS_500_BEFORE_WRITE, STATUS_500_AFTER_WRITE -> 500;
                            case STATUS_503 -> 503;
                            case HTML_ERROR_PAGE -> 502;
                            case EMPTY_BODY -> 201;
                            case SUCCESS_FALSE -> 200;
                            case RATE_LIMITED, RATE_LIMITED_SECONDS, RATE_LIMITED_DATE -> 429;
                        });
        assertThat(outcome("notes")).isEqualTo(201);
    }

    @Test
    void aTruncatedAnswerBeginsLikeAWholeOne() throws Exception {
        faults.next(Fault.TRUNCATED_BODY);
        HttpResponse<java.io.InputStream> response =
                CLIENT.send(request(simulator, "notes"), HttpResponse.BodyHandlers.ofInputStream());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isGreaterThan(50);
        assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void brokenBodiesAreWhatTheyAreCalled() throws Exception {
        faults.next(Fault.EMPTY_BODY, Fault.HTML_ERROR_PAGE, Fault.SUCCESS_FALSE);

        assertThat(send().body()).isEmpty();
        HttpResponse<String> page = send();
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
        assertThat(Api.JSON.readTree(send().body()).get("success").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED,", "RATE_LIMITED_SECONDS, 1", "RATE_LIMITED_DATE, 'Sun, 1 Mar 2026 09:30:02 GMT'"})
    void aTooManyTellsWhenToComeBackInItsForm(Fault fault, String retryAfter) throws Exception {
        faults.next(fault);

        assertThat(send().headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
    }

    @Test
    void callsAreChosenByNumber() throws Exception {
        faults.onCall(2, Fault.STATUS_503, Fault.STATUS_500_BEFORE_WRITE);

        assertThat(outcomes(4)).containsExactly(201, 503, 500, 201);
    }

    @Test
    void everyThirdCallAndTheNextOnesDoNotStealFromEachOther() throws Exception {
        faults.every(3, Fault.STATUS_503)
                .next(Fault.STATUS_500_BEFORE_WRITE)
                .next(Fault.SUCCESS_FALSE, Fault.HTML_ERROR_PAGE);

        assertThat(outcomes(6)).containsExactly(500, 200, 503, 502, 201, 503);
    }

    @Test
    void aRuleCountsTheCallsToItsOwnPathsOnly() throws Exception {
        faults.on(path -> path.equals("/v1/accounts")).onCall(2, Fault.STATUS_503);
        faults.on("GET", path -> true).every(1, Fault.STATUS_503);

        assertThat(outcome("accounts")).isEqualTo(201);
        assertThat(outcome("notes")).isEqualTo(201);
        assertThat(outcome("accounts")).isEqualTo(503);
        assertThat(new Api(simulator).get("/accounts").status()).isEqualTo(503);
    }

    @Test
    void chanceIsTheSameForTheSameSeed() throws Exception {
        faults.randomly(42, 0.4, Fault.STATUS_503, Fault.SUCCESS_FALSE);
        List<Integer> first = outcomes(40);
        faults.clear().randomly(42, 0.4, Fault.STATUS_503, Fault.SUCCESS_FALSE);

        assertThat(outcomes(40)).isEqualTo(first).contains(201, 503, 200);
        assertThat(first.stream().filter(status -> status != 201).count()).isBetween(5L, 30L);
    }

    @Test
    void aResetTakesAwayRulesAndCounts() throws Exception {
        faults.every(1, Fault.STATUS_503);
        outcome("notes");
        simulator.reset();

        assertThat(outcome("notes")).isEqualTo(201);
        assertThat(faults.count(Fault.STATUS_503)).isZero();
    }

    @Test
    void closingEndsACallThatHangs() {
        OctolaneSimulator own = OctolaneSimulator.builder().start();
        CompletableFuture<HttpResponse<String>> call;
        try (own) {
            own.faults().next(Fault.HANG);
            call = CLIENT.sendAsync(request(own, "notes"), HttpResponse.BodyHandlers.ofString());
            Awaitility.await().until(() -> own.faults().count(Fault.HANG) == 1);
            assertThat(call).isNotDone();
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(call::isDone);
        assertThat(call).isCompletedExceptionally();
    }

    @Test
    void latencyDelaysEveryAnswer() throws Exception {
        faults.latency(Duration.ofMillis(120));
        long start = System.nanoTime();

        assertThat(outcome("notes")).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void theRateLimitLetsABurstPassAndRefusesTheRestWithoutStoringIt() throws Exception {
        faults.rateLimit(0.01, RetryAfterForm.SECONDS);
        assertThat(outcome("notes")).isEqualTo(201);
        HttpResponse<String> refused = send();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(90, 100);
        assertThat(simulator.count("notes")).isEqualTo(1);
        assertThat(faults.rateLimitedCount()).isEqualTo(1);
    }

    @Test
    void theGateFillsWithTimeUpToOneSecondsWorth() {
        long[] now = {0};
        RateGate gate = new RateGate(4, RetryAfterForm.NONE, () -> now[0]);
        for (int i = 0; i < 4; i++) {
            assertThat(gate.pass()).isZero();
        }
        assertThat(gate.pass()).isEqualTo(Duration.ofMillis(250));
        now[0] += Duration.ofMillis(250).toNanos();
        assertThat(gate.pass()).isZero();
        assertThat(gate.pass()).isPositive();
        now[0] += Duration.ofMinutes(1).toNanos();
        for (int i = 0; i < 4; i++) {
            assertThat(gate.pass()).isZero();
        }
        assertThat(gate.pass()).isPositive();
    }

    @Test
    void aScriptThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> faults.onCall(0, Fault.HANG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.next()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.every(0, Fault.HANG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.randomly(1, 1.5, Fault.HANG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.rateLimit(0, RetryAfterForm.NONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
