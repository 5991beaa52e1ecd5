// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.CallStats;
import com.octolane.camel.client.RateLimiter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.json.JsonObject;

/** Shows endpoints, limiters and consumers at work. Sends nothing, and tells no key. */
@DevConsole(
        name = "octolane",
        displayName = "Octolane",
        description = "Endpoints, rate limits and consumers of the Octolane CRM")
public class OctolaneDevConsole extends AbstractDevConsole {

    public OctolaneDevConsole() {
        super("camel", "octolane", "Octolane", "Endpoints, rate limits and consumers of the Octolane CRM");
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        root.put(
                "endpoints",
                endpoints().stream().map(OctolaneDevConsole::endpoint).toList());
        root.put("limiters", limiters());
        root.put(
                "consumers",
                getCamelContext().getRoutes().stream()
                        .filter(route -> route.getConsumer() instanceof OctolaneConsumer)
                        .map(OctolaneDevConsole::consumer)
                        .toList());
        return root;
    }

    /** A headline for each kind, and a line for each of that kind: the same names and values as in JSON. */
    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        doCallJson(options).forEach((kind, rows) -> {
            text.append(kind).append(":\n");
            for (Object row : (List<?>) rows) {
                List<String> cells = new ArrayList<>();
                ((JsonObject) row).forEach((name, value) -> cells.add(name + "=" + value));
                text.append("    ").append(String.join(" ", cells)).append('\n');
            }
        });
        return text.toString();
    }

    private List<OctolaneEndpoint> endpoints() {
        return getCamelContext().getEndpoints().stream()
                .filter(OctolaneEndpoint.class::isInstance)
                .map(OctolaneEndpoint.class::cast)
                .toList();
    }

    private static JsonObject endpoint(OctolaneEndpoint endpoint) {
        JsonObject row = new JsonObject();
        row.put("uri", uri(endpoint));
        row.put("baseUrl", endpoint.getServiceUrl());
        row.put("requestsPerSecond", endpoint.getConfiguration().getRequestsPerSecond());
        calls(row, endpoint.callStats());
        return row;
    }

    private static String uri(OctolaneEndpoint endpoint) {
        return URISupport.sanitizeUri(endpoint.getEndpointUri());
    }

    private List<JsonObject> limiters() {
        Map<RateLimiter, List<OctolaneEndpoint>> users = new LinkedHashMap<>();
        endpoints()
                .forEach(each -> users.computeIfAbsent(each.limiter(), limiter -> new ArrayList<>())
                        .add(each));
        List<JsonObject> rows = new ArrayList<>();
        users.forEach((limiter, endpoints) -> {
            RateLimiter.State state = limiter.state();
            JsonObject row = new JsonObject();
            row.put("baseUrl", endpoints.get(0).getServiceUrl());
            row.put("endpoints", endpoints.stream().map(OctolaneDevConsole::uri).toList());
            row.put("pausedMillis", state.paused().toMillis());
            row.put("gapMillis", state.gap().toMillis());
            calls(row, limiter.stats());
            rows.add(row);
        });
        return rows;
    }

    private static void calls(JsonObject row, CallStats stats) {
        row.put("calls", stats.calls());
        row.put("retries", stats.retries());
        row.put("rateLimitedCalls", stats.rateLimitedCalls());
        row.put("waitedMillis", stats.timeWaited().toMillis());
        if (stats.lastFailure() != null) {
            row.put("lastCallFailure", stats.lastFailure().toString());
        }
    }

    private static JsonObject consumer(Route route) {
        OctolaneConsumer consumer = (OctolaneConsumer) route.getConsumer();
        JsonObject row = new JsonObject();
        row.put("routeId", route.getRouteId());
        row.put("uri", uri((OctolaneEndpoint) consumer.getEndpoint()));
        row.put("position", consumer.getPosition());
        row.put("lagMillis", consumer.getLag());
        row.put("recordsEmitted", consumer.getRecordsEmitted());
        row.put("duplicatesSuppressed", consumer.getDuplicatesSuppressed());
        if (consumer.getLastFailure() != null) {
            row.put("lastFailure", consumer.getLastFailure());
        }
        return row;
    }
}
