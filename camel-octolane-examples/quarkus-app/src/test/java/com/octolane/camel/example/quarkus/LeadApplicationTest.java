// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SimulatedCrm.class)
class LeadApplicationTest {

    private static final String LEAD =
            "{\"name\":\"Ann Lee\",\"email\":\"ann@acme.example\",\"company\":\"Acme\",\"website\":\"www.acme.example\","
                    + "\"subject\":\"Pilot\",\"amount\":\"12,500.00\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private OctolaneSimulator crm;

    @TestHTTPResource
    URI application;

    @BeforeEach
    void reset() {
        crm.reset();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String lead) throws Exception {
        return send(HttpRequest.newBuilder(application.resolve("/leads"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(lead)));
    }

    private String metrics() throws Exception {
        return send(HttpRequest.newBuilder(application.resolve("/q/metrics"))).body();
    }

    private double counter(String name) throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void aLeadBecomesAContactAndADealAndIsNotDoubledWhenItIsSentAgain() throws Exception {
        HttpResponse<String> first = post(LEAD);
        HttpResponse<String> again = post(LEAD);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode ids = json(first);
        assertThat(json(again).path("opportunityId")).isEqualTo(ids.path("opportunityId"));
        assertThat(json(again).path("opportunity").asText()).isEqualTo("unchanged");
        assertThat(crm.find("contacts", ids.path("contactId").asText())).containsEntry("email", "ann@acme.example");
        assertThat(crm.find("opportunities", ids.path("opportunityId").asText()))
                .containsEntry("name", "Pilot")
                .containsEntry("contact_id", ids.path("contactId").asText());
        assertThat(crm.count("opportunities")).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithAFormIsToldByFieldAndNothingIsWritten() throws Exception {
        HttpResponse<String> form = post("{\"name\":\" \",\"email\":\"nobody\",\"subject\":\"Pilot\"}");
        HttpResponse<String> amount = post(LEAD.replace("12,500.00", "lots"));

        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(json(form).path("error").asText()).isEqualTo("invalid");
        assertThat(json(form).path("fields").fieldNames()).toIterable().containsExactly("email", "name");
        assertThat(amount.statusCode()).isEqualTo(400);
        assertThat(json(amount).at("/fields/amount").asText()).startsWith("expected a number");
        for (String text : List.of("hello", "[]", "{\"name\":", "{\"name\":{}}", "null", "")) {
            HttpResponse<String> answer = post(text);
            assertThat(answer.statusCode()).as(text).isEqualTo(400);
            assertThat(json(answer).at("/fields/body").asText()).as(text).startsWith("must be a JSON object");
        }
        assertThat(crm.count("contacts")).isZero();
    }

    @Test
    void aCallThatGoesThroughAtTheSecondTryIsSeenInTheMetricsOnly() throws Exception {
        double before = counter("octolane_retries_total");
        crm.faults().next(Fault.STATUS_503);

        assertThat(post(LEAD).statusCode()).isEqualTo(201);
        assertThat(counter("octolane_retries_total")).isEqualTo(before + 1);
        assertThat(counter("octolane_calls_total")).isGreaterThan(before + 1);
        assertThat(metrics()).contains("camel_route_policy_seconds_count", "routeId=\"leads\"");
    }

    @Test
    void aCrmThatIsDownOrBusyAnswersLater() throws Exception {
        crm.faults().every(1, Fault.RATE_LIMITED_SECONDS);
        HttpResponse<String> busy = post(LEAD);
        crm.reset();
        crm.faults().every(1, Fault.STATUS_503);
        HttpResponse<String> down = post(LEAD);

        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(busy).path("error").asText()).isEqualTo("busy");
        assertThat(down.statusCode()).isIn(502, 503);
        assertThat(down.headers().firstValue("Retry-After")).hasValue("30");
    }

    @Test
    void anUnknownOutcomeIsToldAndTheFormMayBeSentAgain() throws Exception {
        crm.faults().on("POST", path -> path.equals("/v1/opportunities")).onCall(1, Fault.RESET_BEFORE_WRITE);

        HttpResponse<String> unknown = post(LEAD);
        assertThat(unknown.statusCode()).isEqualTo(502);
        assertThat(json(unknown).path("error").asText()).isEqualTo("outcome unknown");
        assertThat(post(LEAD).statusCode()).isEqualTo(201);
        assertThat(crm.count("opportunities")).isEqualTo(1);
    }
}
