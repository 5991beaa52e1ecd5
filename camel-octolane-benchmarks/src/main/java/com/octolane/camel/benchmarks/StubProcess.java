// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.benchmarks.stub.StubApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The stub API in a JVM of its own, so that its work is nobody's else. */
final class StubProcess implements AutoCloseable {

    private static final String READY = "listening on ";

    private final Process process;
    private final URI uri;
    private final HttpClient http = HttpClient.newHttpClient();

    StubProcess() throws IOException {
        process = new ProcessBuilder(Jvm.java(), "-Xmx512m", "-cp", Jvm.classPath(), StubApi.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the stub API did not start");
        }
        uri = URI.create("http://localhost:" + line.substring(READY.length()).trim());
    }

    URI uri() {
        return uri;
    }

    long pid() {
        return process.pid();
    }

    /** Sets how it behaves and its counters to nothing. */
    void set(Map<String, Object> settings) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri.resolve("/stub/settings"))
                        .PUT(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(settings)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the stub API refused " + settings + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
