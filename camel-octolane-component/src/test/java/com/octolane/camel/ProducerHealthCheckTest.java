// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProducerHealthCheckTest extends Wire {

    private void route(String id, String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).to(uri);
            }
        });
    }

    private void answers(String plural) {
        server.stubFor(post("/v1/" + plural + "/search")
                .willReturn(okJson("{\"success\":true,\"data\":{\"" + plural + "\":[],\"has_more\":false}}")));
    }

    private void switchOn() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
    }

    private List<HealthCheck.Result> results() {
        Collection<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(context, "full");
        return results.stream()
                .filter(each -> each.getCheck().getId().startsWith("producer:octolane"))
                .toList();
    }

    private HealthCheck.Result result() {
        assertThat(results()).hasSize(1);
        server.resetRequests();
        return results().get(0);
    }

    private int calls() {
        return server.findAll(postRequestedFor(anyUrl())).size();
    }

    @Test
    void itIsOffUnlessTheContextSwitchesProducersOn() throws Exception {
        answers("accounts");
        route("r", "octolane:account");
        assertThat(results()).isEmpty();
        assertThat(calls()).isZero();
        switchOn();
        assertThat(results()).hasSize(1);
    }

    @Test
    void itIsOffWhereTheComponentSwitchesItOff() throws Exception {
        switchOn();
        context.getComponent("octolane", OctolaneComponent.class).setHealthCheckProducerEnabled(false);
        route("r", "octolane:account");
        assertThat(results()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "octolane:account, accounts",
        "octolane:contact, contacts",
        "octolane:note, accounts",
        "octolane:activity, accounts"
    })
    void itAsksForOneRecordThatCanBeRead(String uri, String read) throws Exception {
        answers(read);
        switchOn();
        route("r", uri);
        assertThat(result().getState()).isEqualTo(HealthCheck.State.UP);
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/" + read + "/search")).withRequestBody(equalToJson("{\"limit\":1}")));
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void opportunitiesAreAskedForInTheirPipelineAndElseAccountsAre() throws Exception {
        answers("opportunities");
        answers("accounts");
        switchOn();
        route("r", "octolane:opportunity");
        assertThat(result().getState()).isEqualTo(HealthCheck.State.UP);
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/opportunities/search"))
                        .withRequestBody(equalToJson("{\"limit\":1,\"pipeline_id\":\"" + PIPELINE + "\"}")));
        remove("r");
        context.getComponent("octolane", OctolaneComponent.class)
                .getConfiguration()
                .setPipelineId(null);
        route("s", "octolane:opportunity?maxRetries=1");
        assertThat(result().getState()).isEqualTo(HealthCheck.State.UP);
        server.verify(1, postRequestedFor(urlEqualTo("/v1/accounts/search")));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 503})
    void itTellsTheStatusAfterOneAttempt(int status) throws Exception {
        server.stubFor(post(anyUrl())
                .willReturn(aResponse().withStatus(status).withBody("{\"message\":\"no to " + KEY + "\"}")));
        switchOn();
        route("r", "octolane:account?maxRetries=9&retryDelay=30s");
        HealthCheck.Result result = results().get(0);
        assertThat(calls()).isEqualTo(1);
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, status);
        assertThat(result.getMessage().orElseThrow()).contains(String.valueOf(status), "POST /accounts/search");
        assertThat(result.getError().orElseThrow()).hasMessageContaining("no to");
        assertThat(result.getMessage() + " " + result.getDetails() + result.getError())
                .doesNotContain(KEY);
    }

    @Test
    void itDoesNotWaitForTheEndOfAPause() throws Exception {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "50")));
        switchOn();
        route("r", "octolane:account");
        assertThat(results().get(0).getMessage().orElseThrow()).contains("429");
        HealthCheck.Result result = result();
        assertThat(calls()).isZero();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).contains("429", "wait");
    }

    @Test
    void itIsDownWhereNothingAnswers() throws Exception {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        switchOn();
        route("r", "octolane:account");
        HealthCheck.Result result = result();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getDetails()).doesNotContainKey(HealthCheck.HTTP_RESPONSE_CODE);
        assertThat(result.getMessage().orElseThrow()).contains("No whole answer", "localhost");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void producersThatWouldAskTheSameShareACheckAsLongAsOneOfThemRuns() throws Exception {
        answers("accounts");
        switchOn();
        route("r", "octolane:account");
        route("s", "octolane:account?operation=bulkCreate");
        route("t", "octolane:note");
        route("other", "octolane:account?apiKey=other");
        OctolaneComponent second = new OctolaneComponent();
        second.setConfiguration(
                context.getComponent("octolane", OctolaneComponent.class).getConfiguration());
        context.addComponent("octolane-eu", second);
        route("second", "octolane-eu:account");
        assertThat(ids())
                .containsExactlyInAnyOrder(
                        "producer:octolane-account", "producer:octolane-account-2", "producer:octolane-eu-account");
        remove("second");
        remove("r");
        remove("s");
        assertThat(ids()).contains("producer:octolane-account");
        remove("t");
        assertThat(ids()).containsExactly("producer:octolane-account-2");
        remove("other");
        assertThat(ids()).isEmpty();
    }

    private List<String> ids() {
        return results().stream().map(each -> each.getCheck().getId()).toList();
    }

    private void remove(String id) throws Exception {
        context.getRouteController().stopRoute(id);
        context.removeRoute(id);
    }

    @Test
    void theKeyIsNotInTheDetails() throws Exception {
        answers("accounts");
        switchOn();
        route("r", "octolane:account?apiKey=" + KEY);
        Map<String, Object> details = result().getDetails();
        assertThat(details.get(HealthCheck.ENDPOINT_URI)).asString().contains("octolane://account?apiKey=xxxxxx");
        assertThat(details.toString()).doesNotContain(KEY);
    }
}
