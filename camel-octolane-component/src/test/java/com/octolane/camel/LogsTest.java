// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.client.OctolaneServerException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.junit.jupiter.api.Test;

class LogsTest extends Wire {

    private static final String SENT = "sent-marker.com";
    private static final String ANSWERED = "answered-marker";

    private void route(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").to(uri);
            }
        });
    }

    private void answers() {
        server.stubFor(post(anyUrl())
                .willReturn(okJson(
                        "{\"success\":true,\"data\":{\"id\":\"" + ID + "\",\"name\":\"" + ANSWERED + KEY + "\"}}")));
    }

    private void fails() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500).withBody("{\"x\":\"" + ANSWERED + "\"}")));
    }

    private static List<String> at(LogLines log, Level level) {
        return log.ours().stream()
                .filter(event -> event.getLevel() == level)
                .map(LogLines::text)
                .toList();
    }

    @Test
    void anEndpointTellsOnceThatItIsThere() throws Exception {
        answers();
        try (LogLines log = new LogLines(Level.INFO)) {
            route("octolane:account?apiKey=" + KEY);
            send("direct:in", Map.of("domain", SENT));
            send("direct:in", Map.of("domain", SENT));
            assertThat(log.ours()).extracting(LogEvent::getLevel).containsOnly(Level.INFO);
            assertThat(at(log, Level.INFO))
                    .containsExactly(
                            "octolane://account?apiKey=xxxxxx calls the Octolane API at " + server.baseUrl() + "/v1");
        }
    }

    @Test
    void debugTellsCallsAndRepetitionsAndNoBodies() throws Exception {
        try (LogLines log = new LogLines(Level.DEBUG)) {
            route("octolane:account?maxRetries=1");
            answers();
            send("direct:in", Map.of("domain", SENT));
            fails();
            failure(OctolaneServerException.class, "direct:in", Map.of("domain", SENT));
            assertThat(at(log, Level.DEBUG))
                    .anyMatch(line -> line.matches("POST /accounts answered 200 in \\d+ ms"))
                    .anyMatch(line -> line.matches("POST /accounts failed, try 2 follows in PT.*500.*"));
            assertThat(log.texts()).noneMatch(line -> line.contains(SENT)).noneMatch(line -> line.contains(ANSWERED));
        }
    }

    @Test
    void traceTellsBodiesWithoutTheKey() throws Exception {
        answers();
        try (LogLines log = new LogLines(Level.TRACE)) {
            route("octolane:account");
            send("direct:in", Map.of("domain", SENT));
            assertThat(at(log, Level.TRACE))
                    .anyMatch(line -> line.contains("sends") && line.contains(SENT))
                    .anyMatch(line -> line.contains("answered") && line.contains(ANSWERED + "xxxxxx"))
                    .noneMatch(line -> line.contains(KEY));
        }
    }

    @Test
    void linesAboutAChunkTellRouteAndExchangeOnWhateverThreadItRuns() throws Exception {
        context.setUseMDCLogging(true);
        answers();
        route("octolane:account?operation=bulkCreate&bulkSize=1&failOnPartial=false");
        List<Map<String, String>> records = IntStream.range(0, 8)
                .mapToObj(number -> Map.of("domain", number + ".com"))
                .toList();
        try (LogLines log = new LogLines(Level.DEBUG)) {
            send("direct:in", records);
            List<LogEvent> chunks = chunks(log);
            assertThat(chunks).hasSizeGreaterThanOrEqualTo(8);
            assertThat(chunks)
                    .extracting(event -> event.getContextData().<String>getValue("camel.routeId"))
                    .containsOnly("in");
            assertThat(chunks)
                    .extracting(event -> event.getContextData().<String>getValue("camel.exchangeId"))
                    .doesNotContainNull();
        }
    }

    private static List<LogEvent> chunks(LogLines log) {
        return log.ours().stream()
                .filter(event -> event.getThreadName().contains("Octolane"))
                .toList();
    }
}
