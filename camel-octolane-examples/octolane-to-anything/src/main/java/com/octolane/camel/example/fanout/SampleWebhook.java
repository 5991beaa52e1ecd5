// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fanout;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A receiver that takes every record but those of one deal, so that the sample has something to put aside. */
final class SampleWebhook implements AutoCloseable {

    static final String REFUSED = "Training";

    private final HttpServer server;

    private SampleWebhook(HttpServer server) {
        this.server = server;
    }

    static SampleWebhook start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(body.contains(REFUSED) ? 503 : 204, -1);
            }
        });
        server.start();
        return new SampleWebhook(server);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/opportunities";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
