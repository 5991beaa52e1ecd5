// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged application in a JVM of its own, at a port that is free. */
final class Application implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private Application(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param environment variables beside the inherited ones, of which those of the example are left out */
    static Application start(Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile("octolane", ".log");
        output.toFile().deleteOnExit();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("application.jar"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OCTOLANE_"));
        builder.environment().put("PORT", "0");
        builder.environment().putAll(environment);
        return new Application(builder.start(), output);
    }

    /** Waits until it answers. */
    String port() {
        return Awaitility.await().atMost(WAIT).until(this::portOrNull, Objects::nonNull);
    }

    private String portOrNull() throws IOException {
        boolean ended = !process.isAlive();
        Matcher line = PORT.matcher(output());
        if (line.find()) {
            return line.group(1);
        }
        if (ended) {
            throw new IllegalStateException("The application has ended: " + output());
        }
        return null;
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(WAIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The application is still running");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
