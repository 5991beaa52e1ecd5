// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.client.OctolaneRateLimitException;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

class OctolaneDevConsoleTest extends Wire {

    private DevConsole console() {
        DevConsoleRegistry registry = DevConsoleRegistry.get(context);
        registry.loadDevConsoles();
        return registry.getConsole("octolane").orElseThrow();
    }

    private JsonNode json() throws Exception {
        String json = ((JsonObject) console().call(MediaType.JSON)).toJson();
        assertThat(json).doesNotContain(KEY);
        return new ObjectMapper().readTree(json);
    }

    private String text() {
        String text = (String) console().call(MediaType.TEXT);
        assertThat(text).doesNotContain(KEY);
        return text;
    }

    private void routes() throws Exception {
        server.stubFor(post("/v1/contacts/search")
                .willReturn(okJson("{\"success\":true,\"data\":{\"contacts\":[{\"id\":\"" + ID
                        + "\",\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"2026-01-02T00:00:00Z\"}],"
                        + "\"has_more\":false}}")));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("octolane:contact?initialDelay=0&delay=50").routeId("sync").to("mock:out");
                from("direct:in")
                        .routeId("in")
                        .to("octolane:account?requestsPerSecond=5&apiKey=" + KEY)
                        .to("octolane:account?apiKey=RAW(other-" + KEY + ")");
            }
        });
    }

    @Test
    void itIsFoundByTheRegistryAndEmptyWithoutEndpoints() throws Exception {
        assertThat(json().toString()).isEqualTo("{\"endpoints\":[],\"limiters\":[],\"consumers\":[]}");
        assertThat(text()).isEqualTo("endpoints:\nlimiters:\nconsumers:\n");
    }

    @Test
    void itShowsEndpointsLimitersAndConsumers() throws Exception {
        routes();
        OctolaneConsumer consumer = (OctolaneConsumer) context.getRoute("sync").getConsumer();
        await().until(() -> consumer.getRecordsEmitted() == 1);
        server.stubFor(post("/v1/accounts")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "3600")
                        .withBody("{\"message\":\"slower than " + KEY + "\"}")));
        failure(OctolaneRateLimitException.class, "direct:in", Map.of("domain", "acme.com"));
        await().until(() -> consumer.getLastFailure() != null);

        JsonNode json = json();
        assertThat(json.get("endpoints")).hasSize(3);
        JsonNode endpoint = find(json.get("endpoints"), "uri", "requestsPerSecond=5");
        assertThat(endpoint.get("uri").asText()).isEqualTo("octolane://account?apiKey=xxxxxx&requestsPerSecond=5");
        assertThat(endpoint.get("baseUrl").asText()).isEqualTo(server.baseUrl() + "/v1");
        assertThat(endpoint.get("requestsPerSecond").asDouble()).isEqualTo(5);
        assertThat(endpoint.get("calls").asLong()).isEqualTo(1);
        assertThat(endpoint.get("retries").asLong()).isZero();
        assertThat(endpoint.get("rateLimitedCalls").asLong()).isEqualTo(1);
        assertThat(endpoint.get("waitedMillis").asLong()).isZero();
        assertThat(endpoint.get("lastCallFailure").asText()).contains("429", "slower than xxxxxx");

        assertThat(json.get("limiters")).hasSize(2);
        JsonNode limiter = find(json.get("limiters"), "endpoints", "contact");
        assertThat(limiter.get("endpoints")).hasSize(2);
        assertThat(limiter.get("pausedMillis").asLong()).isBetween(3_000_000L, 3_600_000L);
        assertThat(limiter.get("gapMillis").asLong()).isBetween(1L, 100L);
        assertThat(limiter.get("calls").asLong()).isGreaterThan(1);
        assertThat(limiter.get("lastCallFailure").asText()).contains("429");
        JsonNode other = json.get("limiters").get(json.get("limiters").get(0) == limiter ? 1 : 0);
        assertThat(other.get("pausedMillis").asLong()).isZero();
        assertThat(other.has("lastCallFailure")).isFalse();

        JsonNode row = json.get("consumers").get(0);
        assertThat(json.get("consumers")).hasSize(1);
        assertThat(row.get("routeId").asText()).isEqualTo("sync");
        assertThat(row.get("uri").asText()).startsWith("octolane://contact?");
        assertThat(row.get("position").asText()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(row.get("lagMillis").asLong()).isZero();
        assertThat(row.get("recordsEmitted").asLong()).isEqualTo(1);
        assertThat(row.get("duplicatesSuppressed").asLong()).isNotNegative();
        assertThat(row.get("lastFailure").asText()).contains("429");
    }

    @Test
    void theTextTellsTheSame() throws Exception {
        routes();
        assertThat(text())
                .contains("uri=octolane://account?apiKey=xxxxxx&requestsPerSecond=5 baseUrl=" + server.baseUrl())
                .contains("pausedMillis=0 gapMillis=0 calls=")
                .contains("routeId=sync uri=octolane://contact?");
        assertThat(text().lines().filter(line -> line.startsWith("    "))).hasSize(6);
    }

    private static JsonNode find(JsonNode rows, String name, String part) {
        for (JsonNode row : rows) {
            if (row.get(name).toString().contains(part)) {
                return row;
            }
        }
        throw new AssertionError("no row whose " + name + " has " + part);
    }
}
