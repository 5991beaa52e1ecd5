// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.octolane.camel.client.OctolaneRateLimitException;
import com.octolane.camel.client.OctolaneServerException;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallStatsTest extends Wire {

    private static final Map<String, Object> ACCOUNT = Map.of("domain", "acme.com");
    private static final String ENDPOINT = "type=endpoints,name=\"octolane://account\"";
    private static final String COMPONENT = "type=components,name=\"octolane\"";

    @BeforeEach
    void route() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").to("octolane:account");
            }
        });
    }

    private void answer(String state, ResponseDefinitionBuilder answer, String next) {
        server.stubFor(post(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(state)
                .willReturn(answer)
                .willSetStateTo(next));
    }

    private static ResponseDefinitionBuilder created() {
        return okJson("{\"success\":true,\"data\":{\"id\":\"" + ID + "\"}}");
    }

    @Test
    void anEndpointTellsCallsRetriesRateLimitsAndTheTimeWaited() throws Exception {
        answer(Scenario.STARTED, aResponse().withStatus(429), "slow");
        answer("slow", aResponse().withStatus(503), "good");
        answer("good", created(), "good");
        send("direct:in", ACCOUNT);
        for (String name : new String[] {ENDPOINT, COMPONENT}) {
            assertThat(Jmx.attribute(context, name, "Calls")).as(name).isEqualTo(3L);
            assertThat(Jmx.attribute(context, name, "Retries")).as(name).isEqualTo(2L);
            assertThat(Jmx.attribute(context, name, "RateLimitedCalls"))
                    .as(name)
                    .isEqualTo(1L);
            assertThat((Long) Jmx.attribute(context, name, "TimeWaited"))
                    .as(name)
                    .isBetween(50L, 60_000L);
            assertThat(Jmx.attribute(context, name, "LastCallFailure")).as(name).isNull();
        }
    }

    @Test
    void theLastFailureTellsWhenAndWhy() throws Exception {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500).withBody("{\"message\":\"oops\"}")));
        failure(OctolaneServerException.class, "direct:in", ACCOUNT);
        String failure = (String) Jmx.attribute(context, ENDPOINT, "LastCallFailure");
        assertThat(failure).contains("500", "POST /accounts", "oops");
        assertThat(Instant.parse(failure.split(" ")[0])).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void eachEndpointCountsForItselfAndTheComponentForAll() throws Exception {
        server.stubFor(post(anyUrl()).willReturn(created()));
        OctolaneEndpoint endpoint = context.getEndpoint("octolane:account", OctolaneEndpoint.class);
        // the limiter of a key and a URL outlives contexts, and a port may have been another test's before
        long before = endpoint.limiter().stats().calls();
        send("direct:in", ACCOUNT);
        send("octolane:account?apiKey=other", ACCOUNT);
        assertThat(Jmx.attribute(context, ENDPOINT, "Calls")).isEqualTo(1L);
        assertThat(Jmx.attribute(context, COMPONENT, "Calls")).isEqualTo(2L);
        assertThat(endpoint.limiter().stats().calls()).isEqualTo(before + 1);
    }

    @Test
    void anEndpointTellsHowLongItsCallsArePaused() throws Exception {
        assertThat(Jmx.attribute(context, ENDPOINT, "TimePaused")).isEqualTo(0L);
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));
        failure(OctolaneRateLimitException.class, "direct:in", ACCOUNT);
        assertThat((Long) Jmx.attribute(context, ENDPOINT, "TimePaused")).isBetween(3_000_000L, 3_600_000L);
    }
}
