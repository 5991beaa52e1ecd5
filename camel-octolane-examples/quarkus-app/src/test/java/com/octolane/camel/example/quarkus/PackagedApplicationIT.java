// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The application as the README starts it: on the simulator of its own, and with a key. */
class PackagedApplicationIT {

    private static OctolaneSimulator crm;
    private static Application own;
    private static Application wrongKey;
    private static Application noPipeline;

    @BeforeAll
    static void start() throws IOException {
        crm = OctolaneSimulator.builder().start();
        own = Application.start(Map.of());
        noPipeline = Application.start(Map.of("OCTOLANE_API_KEY", "some-key"));
        wrongKey = Application.start(Map.of(
                "OCTOLANE_API_KEY",
                "wrong-key",
                "OCTOLANE_BASE_URL",
                crm.baseUrl(),
                "OCTOLANE_PIPELINE_ID",
                OctolaneSimulator.DEFAULT_PIPELINE_ID));
    }

    @AfterAll
    static void stop() {
        wrongKey.close();
        noPipeline.close();
        own.close();
        crm.close();
    }

    /** What the commands of the README print. */
    private static String curl(Application application) throws Exception {
        Matcher block = Pattern.compile("```shell curl\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        Process shell = new ProcessBuilder("sh", "-e", "-c", block.group(1).replace("8080", "" + application.port()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void theCommandsOfTheReadmeRunOnTheSimulatorOfItsOwn() throws Exception {
        assertThat(curl(own))
                .contains("\"opportunity\":\"created\"", "\"error\":\"invalid\"", "octolane_retries_total")
                .containsPattern("\"status\": *\"UP\"")
                .doesNotContain("DOWN");
        assertThat(own.output())
                .contains("OCTOLANE_API_KEY is not set: leads go to a simulator at http://localhost:")
                .doesNotContain("WARN");
    }

    @Test
    void aRefusedKeyIsTheServicesFaultAndItsHealthSaysSo() throws Exception {
        assertThat(curl(wrongKey))
                .contains("\"error\":\"refused\"")
                .containsPattern("\"status\": *\"DOWN\"")
                .doesNotContain("wrong-key");
        assertThat(wrongKey.output()).contains("A lead was not taken").doesNotContain("wrong-key", "simulator");
    }

    @Test
    void withAKeyAndNoPipelineItDoesNotStartAndNamesTheVariable() throws Exception {
        assertThat(noPipeline.exitCode()).isEqualTo(1);
        assertThat(noPipeline.output())
                .contains("OCTOLANE_PIPELINE_ID is not set")
                .doesNotContain("some-key");
    }
}
