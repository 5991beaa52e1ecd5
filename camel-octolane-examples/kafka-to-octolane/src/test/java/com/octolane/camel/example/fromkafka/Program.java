// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The example as a user starts it: a JVM of its own, settings from the environment. */
record Program(Process process, Path file) implements AutoCloseable {

    static Program start(Path file, Map<String, String> settings) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaToOctolane.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile());
        settings.forEach((name, value) ->
                program.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return new Program(program.start(), file);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long linesWith(String text) {
        return output().lines().filter(line -> line.contains(text)).count();
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        } finally {
            process.destroyForcibly();
        }
    }
}
