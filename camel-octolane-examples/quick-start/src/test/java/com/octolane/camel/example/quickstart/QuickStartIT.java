// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project of the quick start does what its page says. */
class QuickStartIT {

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    @TempDir
    Path folder;

    /** Runs the project as its page does, and gives what it prints. */
    private String run(Map<String, String> environment) throws Exception {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.camel.main.Main")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OCTOLANE_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("the program ends by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    @Test
    void theFirstRunCreatesTheDealAndTheSecondLeavesItAlone() throws Exception {
        try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
            Map<String, String> environment = Map.of(
                    "OCTOLANE_API_KEY", simulator.apiKey(),
                    "OCTOLANE_PIPELINE_ID", OctolaneSimulator.DEFAULT_PIPELINE_ID,
                    "OCTOLANE_BASE_URL", simulator.baseUrl());
            String first = run(environment);
            List<Map<String, Object>> deals = simulator.records("opportunities");
            assertThat(deals).as(first).hasSize(1);
            assertThat(first).contains("UpsertResult[id=" + deals.get(0).get("id") + ", action=created]");
            assertThat(run(environment)).contains("action=unchanged]");
            assertThat(simulator.records("opportunities")).isEqualTo(deals);
            assertThat(simulator.records("accounts"))
                    .extracting(account -> account.get("domain"))
                    .containsExactly("acme.example");
        }
    }

    @Test
    void withoutAKeyItSaysWhichVariableIsMissing() throws Exception {
        assertThat(run(Map.of())).contains("OCTOLANE_API_KEY");
    }

    @Test
    void theProjectNeedsWhatIsTestedHere() throws Exception {
        assertThat(dependencies(Path.of("project", "pom.xml"), "</dependencies>"))
                .isEqualTo(dependencies(Path.of("pom.xml"), "camel-octolane-simulator"));
        assertThat(Files.readString(Path.of("project", "pom.xml")))
                .contains("<camel.version>" + new org.apache.camel.impl.DefaultCamelContext().getVersion() + "<");
    }

    private static List<String> dependencies(Path pom, String end) throws Exception {
        String text = Files.readString(pom);
        int start = text.indexOf("<dependencies>");
        List<String> names = new ArrayList<>();
        ARTIFACT.matcher(text.substring(start, text.indexOf(end, start)))
                .results()
                .map((MatchResult each) -> each.group(1))
                .forEach(names::add);
        return names;
    }
}
