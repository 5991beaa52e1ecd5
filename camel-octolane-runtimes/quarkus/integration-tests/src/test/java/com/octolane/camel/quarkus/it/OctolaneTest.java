// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SimulatedCrm.class)
class OctolaneTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private OctolaneSimulator simulator;

    @TestHTTPResource
    URI application;

    @AfterEach
    void healthy() {
        simulator.faults().clear();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(application.resolve(path));
    }

    private String post(String path, String body) throws Exception {
        return send(to(path).POST(HttpRequest.BodyPublishers.ofString(body))).body();
    }

    private HttpResponse<String> health() throws Exception {
        return send(to("/q/health"));
    }

    @Test
    void aDealIsCreatedInThePipelineOfApplicationProperties() throws Exception {
        String id = post("/deals", "{\"name\":\"Acme pilot\"}");
        assertThat(simulator.find("opportunities", id))
                .containsEntry("name", "Acme pilot")
                .containsEntry("pipeline_id", OctolaneSimulator.DEFAULT_PIPELINE_ID);
    }

    @Test
    void aBulkCreateTellsWhatBecameOfEachRow() throws Exception {
        assertThat(post("/accounts", "[{\"domain\":\"one.com\"},{\"domain\":\"two.com\"},{\"name\":\"no domain\"}]"))
                .startsWith("2 succeeded, 1 failed: ")
                .contains("domain");
    }

    @Test
    void anUpsertTellsWhatItDid() throws Exception {
        String created = post("/contacts", "{\"email\":\"ada@acme.com\"}");
        String unchanged = post("/contacts", "{\"email\":\"ada@acme.com\"}");
        assertThat(simulator.records("contacts")).singleElement().satisfies(contact -> {
            assertThat(created).isEqualTo("created " + contact.get("id"));
            assertThat(unchanged).isEqualTo("unchanged " + contact.get("id"));
        });
    }

    @Test
    void aChangedAccountIsEmittedAsAModel() throws Exception {
        simulator.seed("accounts", Map.of("domain", "changed.com"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(send(to("/changes")).body()).isEqualTo("changed.com"));
    }

    @Test
    void healthIsDownAsLongAsTheApiDoesNotAnswerAndTellsWhy() throws Exception {
        Awaitility.await().untilAsserted(() -> assertThat(health().statusCode()).isEqualTo(200));
        simulator.faults().every(1, Fault.STATUS_503);
        Awaitility.await().untilAsserted(() -> {
            HttpResponse<String> down = health();
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(check(down, "camel-consumers"))
                    .contains("DOWN", "changes", "503 to POST /accounts/search: Service unavailable");
            assertThat(check(down, "camel-producers"))
                    .contains("DOWN", "octolane://opportunity", "503 to POST /opportunities/search");
            assertThat(down.body()).doesNotContain(simulator.apiKey());
        });
        simulator.faults().clear();
        Awaitility.await().untilAsserted(() -> assertThat(health().statusCode()).isEqualTo(200));
    }

    private static String check(HttpResponse<String> health, String name) throws IOException {
        for (JsonNode each : new ObjectMapper().readTree(health.body()).get("checks")) {
            if (each.get("name").asText().equals(name)) {
                return each.toString();
            }
        }
        throw new AssertionError("No check " + name + " in " + health.body());
    }
}
