// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users start it, with the key in the environment, in a process of its own. */
class RunnableJarIT {

    private static final String KEY = "oct_live_5ecret";

    private final OctolaneSimulator simulator = SampleCrm.builder().apiKey(KEY).start();

    @TempDir
    Path directory;

    @BeforeEach
    void fill() {
        SampleCrm.fill(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-runnable.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar().toString(),
                "check",
                "--base-url=" + simulator.baseUrl(),
                "--pipeline=" + OctolaneSimulator.DEFAULT_PIPELINE_ID));
        command.addAll(Arrays.asList(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put("OCTOLANE_API_KEY", KEY);
        return builder.start();
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    @Test
    void theJarRunsAlone() throws Exception {
        Process process = start("--requests-per-second=0");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text("err")).isZero();
        assertThat(text("out")).contains("A-43  HOLDS").doesNotContain(KEY);
        assertThat(text("err")).contains("[1/").doesNotContain("ERROR", "WARN", "SLF4J");
    }

    @Test
    void anInterruptedRunTellsWhatItFoundAndWhatItWrote() throws Exception {
        Process process = start("--requests-per-second=20", "--write", "--yes");
        await().atMost(Duration.ofSeconds(60)).until(() -> simulator.count("contacts") > 3);
        // as Ctrl-C does: the process is asked to end
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(text("out"))
                .contains("A-43  HOLDS", "NOT TESTED", "The run was interrupted.", "to be removed by hand")
                .containsPattern("accounts [0-9a-f-]{36} \\(account-")
                .contains("contacts ");
        assertThat(simulator.count("opportunities")).isEqualTo(3);
    }
}
