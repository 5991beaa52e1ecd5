// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class SecretsTest extends Wire {

    private static final String MARKER = "oct-secret-5d1e9c";

    @Test
    void theKeyIsNowhereToBeSeenWhateverFails() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> lines;
        try (LogLines log = new LogLines(Level.DEBUG)) {
            failInEveryWay(seen);
            lines = log.texts();
        }
        for (Endpoint endpoint : context.getEndpoints()) {
            seen.add(endpoint.getEndpointUri() + " " + endpoint + " " + endpoint.getEndpointKey());
        }
        seen.addAll(jmxAttributes());
        assertThat(lines).anyMatch(line -> line.contains("octolane"));
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(lines).noneMatch(line -> line.contains(MARKER));
        assertThat(seen).noneMatch(line -> line.contains(MARKER));
    }

    private void failInEveryWay(List<String> seen) throws Exception {
        String uri = "octolane:account?maxRetries=1&apiKey=" + MARKER;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("secret").to(uri);
            }
        });
        for (int status : new int[] {400, 401, 404, 429, 500, 302}) {
            // an API that repeats the key in its own words must not spread it either
            server.stubFor(post(anyUrl())
                    .willReturn(aResponse()
                            .withStatus(status)
                            .withBody("{\"message\":\"key " + MARKER + " is bad\",\"errors\":{\"k\":\"" + MARKER
                                    + "\"}}")));
            fail(seen, "direct:in", Map.of("domain", "acme.com"));
        }
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        fail(seen, "direct:in", Map.of("domain", "acme.com"));
        fail(seen, "direct:in", 42);
        fail(seen, uri + "&operation=bulkCreate", List.of(Map.of("domain", "acme.com")));
        for (String wrong : List.of("&nonsense=1", "&operation=nonsense", "&zone=nonsense", "&baseUrl=nonsense")) {
            fail(seen, uri + wrong, Map.of());
        }
        fail(seen, "octolane:nonsense?apiKey=" + MARKER, Map.of());
        fail(seen, "octolane:note?operation=update&apiKey=RAW(" + MARKER + ")", Map.of());
    }

    private void fail(List<String> seen, String uri, Object body) {
        try {
            send(uri, body);
            throw new AssertionError("expected a failure of " + uri.replace(MARKER, "..."));
        } catch (CamelExecutionException e) {
            seen.add(LogLines.stackTrace(e));
            seen.add(e.getCause().toString());
        } catch (RuntimeException e) {
            seen.add(LogLines.stackTrace(e));
        }
    }

    private static List<String> jmxAttributes() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> values = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            values.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                values.add(attribute.getName() + "=" + server.getAttribute(name, attribute.getName()));
            }
        }
        return values;
    }
}
