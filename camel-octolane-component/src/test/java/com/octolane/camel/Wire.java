// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A context whose component calls a WireMock server that knows nothing yet. */
abstract class Wire {

    static final String KEY = "marker-key-7f3a";
    static final String PIPELINE = "11111111-2222-4333-8444-555555555555";
    static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    WireMockServer server;
    CamelContext context;
    ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        server = started();
        context = new DefaultCamelContext();
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl() + "/v1");
        component.getConfiguration().setApiKey(KEY);
        component.getConfiguration().setRetryDelay("5");
        component.getConfiguration().setPipelineId(PIPELINE);
        context.addComponent("octolane", component);
        context.start();
        template = context.createProducerTemplate();
    }

    /** At a port that no test had before: key and base URL share a limiter, and one may still be paused by a 429. */
    private static WireMockServer started() {
        WireMockServer started =
                new WireMockServer(wireMockConfig().dynamicPort().notifier(new ConsoleNotifier(false)));
        started.start();
        if (PORTS.add(started.port())) {
            return started;
        }
        try {
            return started();
        } finally {
            started.stop();
        }
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.stop();
    }

    Object send(String uri, Object body) {
        return template.requestBody(uri, body);
    }

    Object send(String uri, Object body, Map<String, Object> headers) {
        return template.requestBodyAndHeaders(uri, body, headers);
    }

    /** What a call throws, without Camel's wrapping. */
    <T extends Throwable> T failure(Class<T> type, String uri, Object body) {
        return failure(type, () -> send(uri, body));
    }

    static <T extends Throwable> T failure(Class<T> type, Runnable call) {
        try {
            call.run();
        } catch (CamelExecutionException e) {
            return type.cast(e.getCause());
        }
        throw new AssertionError("nothing was thrown");
    }

    static Map<String, Object> deal(Consumer<Map<String, Object>> more) {
        Map<String, Object> deal = new java.util.LinkedHashMap<>(Map.of("name", "Acme pilot"));
        more.accept(deal);
        return deal;
    }
}
