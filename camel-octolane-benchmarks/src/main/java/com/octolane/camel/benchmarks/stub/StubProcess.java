// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The stub API in a JVM of its own, which ends with this one at the latest. */
public final class StubProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GREETING = "listening on ";

    private final Process process;
    private final URI uri;

    private StubProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts it with this JVM's class path, and waits until it listens. */
    public static StubProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StubApi.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(GREETING)) {
                return new StubProcess(process, URI.create("http://127.0.0.1:" + line.substring(GREETING.length())));
            }
        }
        process.destroyForcibly();
        throw new IOException("The stub API did not start");
    }

    /** Where it listens; also the base URL for a client. */
    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }

    /** @param settings some of {@link StubSettings} as JSON; the counts begin anew */
    public void set(String settings) throws IOException {
        set(uri, settings);
    }

    /** Sets the stub at this address. */
    public static void set(URI stub, String settings) throws IOException {
        ask(stub, "/stub/settings", settings);
    }

    public JsonNode counts() throws IOException {
        return counts(uri);
    }

    /** What has come to the stub at this address since it was set. */
    public static JsonNode counts(URI stub) throws IOException {
        return ask(stub, "/stub/counts", null);
    }

    private static JsonNode ask(URI stub, String path, String body) throws IOException {
        // no client with threads of its own: subjects that count theirs ask this way, too
        HttpURLConnection connection =
                (HttpURLConnection) stub.resolve(path).toURL().openConnection();
        if (body != null) {
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
            JsonNode json = JSON.readTree(answer);
            if (status != 200) {
                throw new IOException("The stub API answered " + status + ": "
                        + json.path("message").asText());
            }
            return json;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
