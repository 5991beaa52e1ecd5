// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own with the test's class path. It ends with the test's JVM, since its standard input ends then. */
final class ChildJvm implements AutoCloseable {

    /** For a process that does not live long: it is up sooner. */
    static final List<String> SHORT_LIVED = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final Path console;

    private ChildJvm(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /** @param console where the child's output goes */
    static ChildJvm start(Path console, List<String> options, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new ChildJvm(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile())
                        .start(),
                console);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns once the process is gone, without a chance to do anything more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends its standard input, which asks it to stop, and returns its exit value. */
    int stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return exitValue();
    }

    int exitValue() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The child does not end");
        }
        return process.exitValue();
    }

    String console() throws IOException {
        return Files.readString(console);
    }

    @Override
    public void close() {
        kill();
    }
}
