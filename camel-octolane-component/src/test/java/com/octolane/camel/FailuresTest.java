// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneAuthenticationException;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneNotFoundException;
import com.octolane.camel.client.OctolaneRateLimitException;
import com.octolane.camel.client.OctolaneServerException;
import com.octolane.camel.client.OctolaneTransportException;
import com.octolane.camel.client.OctolaneValidationException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest extends Wire {

    private static final Map<String, Object> DEAL = Map.of("name", "Acme pilot");
    private static final Map<String, Object> ACCOUNT = Map.of("domain", "acme.com");
    private static final String DEALS = "octolane:opportunity";
    private static final String ACCOUNTS = "octolane:account";

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    private void answersFirst(ResponseDefinitionBuilder first) {
        server.stubFor(post(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("next"));
        server.stubFor(post(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("next")
                .willReturn(okJson("{\"success\":true,\"data\":{\"id\":\"" + ID + "\"}}")));
    }

    private static ResponseDefinitionBuilder error(int status, String message) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"success\":false,\"statusCode\":" + status + ",\"message\":\"" + message
                        + "\",\"errors\":{\"pipeline_id\":\"must be a valid uuid\"}}");
    }

    private int calls() {
        return server.findAll(postRequestedFor(anyUrl())).size();
    }

    @Test
    void aRejectedRecordTellsStatusMessageAndFields() {
        answers(error(400, "Validation error"));
        OctolaneValidationException e = failure(OctolaneValidationException.class, DEALS, DEAL);
        assertThat(e.getStatusCode()).isEqualTo(400);
        assertThat(e.getHttpResponseCode()).isEqualTo(400);
        assertThat(e.getErrors()).containsEntry("pipeline_id", "must be a valid uuid");
        assertThat(e).hasMessageContaining("Validation error").hasMessageContaining("pipeline_id");
        assertThat(e.getMethod() + e.getPath()).isEqualTo("POST/opportunities");
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.isMaybeProcessed()).isFalse();
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aReadThatFailsHasChangedNothing() {
        for (ResponseDefinitionBuilder answer :
                List.of(aResponse().withStatus(503), aResponse().withFault(Fault.EMPTY_RESPONSE), aResponse())) {
            answers(answer);
            OctolaneException e =
                    failure(OctolaneException.class, "octolane:account?operation=search&maxRetries=1", null);
            assertThat(e.isMaybeProcessed()).isFalse();
        }
    }

    @Test
    void anActivityThatIsRejectedInsideASuccessFails() {
        answers(aResponse()
                .withBody("{\"success\":true,\"data\":[{\"success\":false,\"error\":\"No such participant\"}]}"));
        OctolaneApiException e = failure(
                OctolaneApiException.class, "octolane:activity", Map.of("activity_type", "CALL", "title", "Called"));
        assertThat(e).hasMessageContaining("No such participant").hasMessageContaining("POST /activities/bulk");
        assertThat(e.getStatusCode()).isEqualTo(200);
    }

    @Test
    void aRefusedKeyIsNotTriedAgain() {
        answers(error(401, "Unauthorized"));
        assertThat(failure(OctolaneAuthenticationException.class, ACCOUNTS, ACCOUNT)
                        .getStatusCode())
                .isEqualTo(401);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void anUnknownPipelineIsNotFound() {
        answers(error(404, "Pipeline not found"));
        assertThat(failure(OctolaneNotFoundException.class, DEALS, DEAL)).hasMessageContaining("Pipeline not found");
    }

    @Test
    void aRateLimitIsWaitedForAndTheDealIsCreatedOnce() {
        answersFirst(aResponse().withStatus(429).withHeader("Retry-After", "1"));
        long start = System.nanoTime();
        assertThat(send(DEALS, DEAL)).isEqualTo(Map.of("id", ID));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aRateLimitMayNameTheMomentInsteadOfTheSeconds() {
        String moment = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
        answers(aResponse().withStatus(429).withHeader("Retry-After", moment));
        OctolaneRateLimitException e = failure(OctolaneRateLimitException.class, DEALS, DEAL);
        assertThat(e.getRetryAfter()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void aRateLimitWithoutAHintIsRepeatedWithADelayOfOurOwn() {
        answersFirst(aResponse().withStatus(429));
        assertThat(send(DEALS, DEAL)).isEqualTo(Map.of("id", ID));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aWaitOfAnHourFailsAtOnceAndTellsTheDelay() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        OctolaneRateLimitException e = failure(OctolaneRateLimitException.class, DEALS, DEAL);
        assertThat(e.getRetryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(calls()).isEqualTo(1);
        assertThat(failure(OctolaneRateLimitException.class, DEALS, DEAL).getRetryAfter())
                .isGreaterThan(Duration.ofMinutes(59));
        assertThat(calls()).as("nobody calls while the key is paused").isEqualTo(1);
    }

    @Test
    void aServerErrorIsRepeatedForAnAccountSinceItIsResolvedByItsDomain() {
        answersFirst(aResponse().withStatus(500));
        assertThat(send(ACCOUNTS, ACCOUNT)).isEqualTo(Map.of("id", ID));
    }

    @Test
    void aServerErrorIsNotRepeatedForADealSinceItMayExistAlready() {
        answers(aResponse().withStatus(500).withBody("<html>oops</html>"));
        OctolaneServerException e = failure(OctolaneServerException.class, DEALS, DEAL);
        assertThat(e.isMaybeProcessed()).isTrue();
        assertThat(e.isRetryable()).isTrue();
        assertThat(e.getBody()).isEqualTo("<html>oops</html>");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aDealIsRepeatedAfterAServerErrorWhenTheUserTakesTheRisk() {
        answersFirst(aResponse().withStatus(500));
        assertThat(send(DEALS + "?retryUnsafe=true", DEAL)).isEqualTo(Map.of("id", ID));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void noMoreRetriesAreMadeThanTheOptionSays(int retries) {
        answers(aResponse().withStatus(503));
        failure(OctolaneServerException.class, ACCOUNTS + "?maxRetries=" + retries, ACCOUNT);
        assertThat(calls()).isEqualTo(retries + 1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class)
    void aBrokenConnectionLeavesItOpenWhetherTheDealExists(Fault fault) {
        answers(aResponse().withFault(fault));
        assertThat(failure(OctolaneTransportException.class, DEALS, DEAL).isMaybeProcessed())
                .isTrue();
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aBrokenConnectionIsTriedAgainForAnAccount() {
        answersFirst(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send(ACCOUNTS, ACCOUNT)).isEqualTo(Map.of("id", ID));
    }

    @Test
    void aRefusedConnectionIsTriedAgainEvenForADealAndTellsThatNothingWasDone() {
        server.stop();
        OctolaneTransportException e =
                failure(OctolaneTransportException.class, DEALS + "?maxRetries=2&retryDelay=1", DEAL);
        assertThat(e.isMaybeProcessed()).isFalse();
    }

    @Test
    void anAnswerThatDoesNotComeInTimeLeavesTheOutcomeOpen() {
        answers(okJson("{}").withFixedDelay(3000));
        OctolaneTransportException e =
                failure(OctolaneTransportException.class, DEALS + "?responseTimeout=200ms", DEAL);
        assertThat(e.isMaybeProcessed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>hello</html>", "{\"success\":true,\"data\":{\"id\":", "[]", "null"})
    void anAnswerThatIsNotTheJsonExpectedIsAnError(String body) {
        answers(aResponse().withStatus(200).withBody(body));
        assertThat(failure(OctolaneTransportException.class, DEALS, DEAL).isMaybeProcessed())
                .isTrue();
    }

    @Test
    void aSuccessThatSaysFalseIsAnError() {
        answers(okJson("{\"success\":false,\"message\":\"no\"}"));
        OctolaneApiException e = failure(OctolaneApiException.class, DEALS, DEAL);
        assertThat(e.getStatusCode()).isEqualTo(200);
        assertThat(e).hasMessageContaining("no");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aLimitAfterAServerErrorStillLeavesItOpenWhetherTheAccountExists() {
        answersFirst(aResponse().withStatus(500));
        server.stubFor(post(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("next")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));
        assertThat(failure(OctolaneRateLimitException.class, ACCOUNTS, ACCOUNT).isMaybeProcessed())
                .isTrue();
        assertThat(calls()).isEqualTo(2);
        assertThat(failure(OctolaneRateLimitException.class, ACCOUNTS, ACCOUNT).isMaybeProcessed())
                .as("nothing was sent for this one")
                .isFalse();
    }

    @Test
    void aLongErrorBodyIsCut() {
        answers(aResponse().withStatus(400).withBody("x".repeat(100_000)));
        assertThat(failure(OctolaneValidationException.class, DEALS, DEAL).getBody())
                .hasSize(8192);
    }

    @Test
    void aRedirectIsNotFollowed() {
        answers(aResponse().withStatus(307).withHeader("Location", server.baseUrl() + "/elsewhere"));
        assertThat(failure(OctolaneApiException.class, ACCOUNTS, ACCOUNT).getStatusCode())
                .isEqualTo(307);
        assertThat(server.findAll(postRequestedFor(urlEqualTo("/elsewhere")))).isEmpty();
    }

    @Test
    void waitingEndsAtOnceWhenTheContextStops() throws Exception {
        answers(aResponse().withStatus(503));
        CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(
                () -> failure(Throwable.class, ACCOUNTS + "?retryDelay=50s&maxRetryDelay=50s", ACCOUNT));
        Awaitility.await().until(() -> calls() == 1);
        context.stop();
        assertThat(failure.get(10, TimeUnit.SECONDS))
                .hasMessageContaining("Stopped")
                .isInstanceOfSatisfying(
                        OctolaneException.class,
                        e -> assertThat(e.isMaybeProcessed()).isTrue());
    }
}
