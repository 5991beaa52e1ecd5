// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** The example as a user starts it: a JVM of its own, settings from the environment. */
record Copy(Process process, Path output) implements AutoCloseable {

    private static final Pattern ROWS_WRITTEN = Pattern.compile("contact: (\\d+) rows written");

    static Copy start(Path output, Map<String, String> settings) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrmToDatabase.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        settings.forEach((setting, value) -> program.environment().put(CrmToDatabase.variable(setting), value));
        return new Copy(program.start(), output);
    }

    void awaitStart() {
        await().atMost(Duration.ofSeconds(60)).until(() -> printed("Started."));
    }

    boolean polls() {
        return printed("Consumer started: octolane://contact");
    }

    /** The contacts that it has told of. */
    int rowsWritten() {
        return ROWS_WRITTEN
                .matcher(read())
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .sum();
    }

    private boolean printed(String text) {
        return read().contains(text);
    }

    private String read() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
