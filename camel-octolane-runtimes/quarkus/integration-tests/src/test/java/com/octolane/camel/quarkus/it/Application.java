// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application in a JVM of its own. */
final class Application {

    private final Process process;
    private final Path output;

    private Application(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param environment variables beside the inherited ones
     * @param properties  {@code name=value}
     */
    static Application start(Map<String, String> environment, String... properties) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        Arrays.stream(properties).map(each -> "-D" + each).forEach(command::add);
        command.addAll(List.of("-jar", System.getProperty("application.jar")));
        try {
            Path output = Files.createTempFile("octolane", ".log");
            output.toFile().deleteOnExit();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().remove("OCTOLANE_API_KEY");
            builder.environment().putAll(environment);
            return new Application(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The application is still running");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }
}
