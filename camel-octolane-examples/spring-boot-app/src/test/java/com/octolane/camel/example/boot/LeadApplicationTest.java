// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class LeadApplicationTest {

    private static final String LEAD =
            "{\"name\":\"Ann Lee\",\"email\":\"ann@acme.example\",\"company\":\"Acme\",\"website\":\"www.acme.example\","
                    + "\"subject\":\"Pilot\",\"amount\":\"12,500.00\"}";

    private static OctolaneSimulator crm;
    private static ConfigurableApplicationContext application;
    private static int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        crm = OctolaneSimulator.builder().start();
        application = start(crm.apiKey());
        port = port(application);
    }

    private static ConfigurableApplicationContext start(String key) {
        return LeadApplication.start(
                "--PORT=0",
                "--OCTOLANE_API_KEY=" + key,
                "--OCTOLANE_BASE_URL=" + crm.baseUrl(),
                "--OCTOLANE_PIPELINE_ID=" + OctolaneSimulator.DEFAULT_PIPELINE_ID);
    }

    private static int port(ConfigurableApplicationContext application) {
        return ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        application.close();
        crm.close();
    }

    @BeforeEach
    void reset() {
        crm.reset();
    }

    private HttpResponse<String> send(int to, HttpRequest.Builder request, String path) throws Exception {
        return http.send(
                request.uri(URI.create("http://localhost:" + to + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String lead) throws Exception {
        return send(
                port,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(lead)),
                "/leads");
    }

    private JsonNode get(int from, String path) throws Exception {
        return json(send(from, HttpRequest.newBuilder(), path));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private double counter(String name) throws Exception {
        return get(port, "/actuator/metrics/" + name)
                .at("/measurements/0/value")
                .asDouble();
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
        HttpResponse<String> text = post("hello");

        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(json(form).path("fields").fieldNames()).toIterable().containsExactly("email", "name");
        assertThat(amount.statusCode()).isEqualTo(400);
        assertThat(json(amount).at("/fields/amount").asText()).startsWith("expected a number");
        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(crm.count("contacts")).isZero();
    }

    @Test
    void aCallThatGoesThroughAtTheSecondTryIsSeenInTheMetricsOnly() throws Exception {
        double before = counter("octolane.retries");
        crm.faults().next(Fault.STATUS_503);

        assertThat(post(LEAD).statusCode()).isEqualTo(201);
        assertThat(counter("octolane.retries")).isEqualTo(before + 1);
        assertThat(counter("octolane.calls")).isGreaterThan(before + 1);
        assertThat(get(port, "/actuator/metrics").toString()).contains("camel.route.policy");
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
        assertThat(down.statusCode()).isEqualTo(503);
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

    @Test
    void aRefusedKeyIsTheServicesFaultAndItsHealthSaysSo() throws Exception {
        assertThat(get(port, "/actuator/health").path("status").asText()).isEqualTo("UP");
        ConfigurableApplicationContext wrong = start("wrong-key");
        try {
            HttpResponse<String> answer = send(
                    port(wrong),
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(LEAD)),
                    "/leads");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("refused").doesNotContain("wrong-key");
            JsonNode health = get(port(wrong), "/actuator/health");
            assertThat(health.path("status").asText()).isEqualTo("DOWN");
            assertThat(health.toString()).doesNotContain("wrong-key");
        } finally {
            wrong.close();
        }
    }

    @Test
    void theCommandsOfTheReadmeRunOnTheSimulatorOfItsOwn() throws Exception {
        Matcher block = Pattern.compile("```shell curl\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        try (ConfigurableApplicationContext own = LeadApplication.start("--PORT=0")) {
            Process shell = new ProcessBuilder("sh", "-e", "-c", block.group(1).replace("8080", "" + port(own)))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(shell.waitFor()).isZero();
            assertThat(output)
                    .contains(
                            "\"opportunity\":\"created\"",
                            "\"error\":\"invalid\"",
                            "\"status\":\"UP\"",
                            "octolane.retries");
        }
    }
}
