// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Answers searches for accounts of which it holds none: each is made from its number, when it is asked for. It knows a
 * filter {@code updated_at gte}, the sort {@code updated_at:asc}, the latest update first without a sort, the limit, and
 * cursors; anything else is answered with 400.
 */
final class EndlessCrm implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofMillis(100);

    private final int records;
    private final int together;
    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    /** @param together how many records have one and the same timestamp */
    EndlessCrm(int records, int together) throws IOException {
        this.records = records;
        this.together = together;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/accounts/search", this::answer);
        server.start();
    }

    String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            String body;
            try {
                body = page(json.readTree(exchange.getRequestBody()));
            } catch (IllegalArgumentException e) {
                status = 400;
                body = "{\"success\":false,\"statusCode\":400,\"message\":\"" + e.getMessage() + "\",\"errors\":{}}";
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String page(JsonNode asked) {
        int limit = asked.path("limit").asInt(100);
        boolean ascending = ascending(asked.path("sort").asText(""));
        int first = first(asked.path("filters"));
        int from = asked.hasNonNull("cursor") ? asked.get("cursor").asInt() : ascending ? first : records - 1;
        int count = Math.max(0, Math.min(limit, ascending ? records - from : from - first + 1));
        int next = ascending ? from + count : from - count;
        boolean more = count > 0 && (ascending ? next < records : next >= first);
        StringBuilder text = new StringBuilder(200 + count * 320).append("{\"success\":true,\"data\":{\"accounts\":[");
        IntStream.range(0, count).forEach(i -> {
            text.append(i == 0 ? "" : ",");
            append(text, ascending ? from + i : from - i);
        });
        return text.append("],\"custom_field_definitions\":{},\"has_more\":")
                .append(more)
                .append(",\"next_cursor\":")
                .append(more ? "\"" + next + "\"" : "null")
                .append(",\"limit\":")
                .append(limit)
                .append("}}")
                .toString();
    }

    private static boolean ascending(String sort) {
        if (!sort.isEmpty() && !sort.equals("updated_at:asc")) {
            throw new IllegalArgumentException("sort " + sort);
        }
        return !sort.isEmpty();
    }

    private int first(JsonNode filters) {
        int first = 0;
        for (JsonNode filter : filters) {
            if (!filter.path("field").asText().equals("updated_at")
                    || !filter.path("operator").asText().equals("gte")) {
                throw new IllegalArgumentException("a filter");
            }
            Duration after =
                    Duration.between(START, Instant.parse(filter.path("value").asText()));
            long group = Math.max(0, -Math.floorDiv(-after.toMillis(), APART.toMillis()));
            first = (int) Math.max(first, Math.min(records, group * together));
        }
        return first;
    }

    private void append(StringBuilder text, int number) {
        Instant time = START.plus(APART.multipliedBy(number / together));
        text.append("{\"id\":\"")
                .append(new UUID(0x4000L | (long) number << 32, 0x8000000000000000L | number))
                .append("\",\"name\":\"Company ")
                .append(number)
                .append("\",\"domain\":\"c")
                .append(number)
                .append(".com\",\"number\":")
                .append(number)
                .append(",\"created_at\":\"")
                .append(time)
                .append("\",\"updated_at\":\"")
                .append(time)
                .append("\",\"custom_fields\":{\"tier\":\"gold\",\"note\":\"a line of text, as records have some\"}}");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
