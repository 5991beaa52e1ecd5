// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it: a JVM of its own, settings from the environment. */
class CsvImportIT {

    private static final int ROWS = 100_000;
    private static final int BAD_EVERY = 5_000;

    @TempDir
    Path folder;

    @Test
    void aHundredThousandRowsNeedNoMoreThan64Megabytes() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        // more text than fits into the heap at once
        writeDeals(inbox.resolve("deals.csv"), ROWS, "Rückruf – ".repeat(60));
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            List<String> printed = importAll(settings(simulator, inbox));

            int bad = ROWS / BAD_EVERY;
            Path report = inbox.resolve("reports/deals-rejected.csv");
            assertThat(printed)
                    .last()
                    .isEqualTo("Imported %d of %d rows into Octolane, %d rejected (%s)"
                            .formatted(ROWS - bad, ROWS, bad, report));
            assertThat(simulator.count("opportunities")).isEqualTo(ROWS - bad);
            assertThat(Files.readAllLines(report)).hasSize(1 + bad);
        }
    }

    @Test
    void anImportThatWasKilledIsStartedAgainAndDoublesNothing() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        int rows = 5_000;
        writeDeals(inbox.resolve("deals.csv"), rows, "call");
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            simulator.faults().latency(Duration.ofMillis(20));
            Map<String, String> settings = settings(simulator, inbox);
            Process killed = start(settings);
            await().atMost(Duration.ofMinutes(2)).until(() -> simulator.count("opportunities") > 700);
            killed.destroyForcibly().waitFor();
            assertThat(simulator.count("opportunities")).isLessThan(rows / 2);

            List<String> printed = importAll(settings);

            int bad = rows / BAD_EVERY;
            assertThat(printed)
                    .anyMatch(line -> line.matches(
                            "deals.csv: %d of %d rows imported \\(\\d{3,} were there.*".formatted(rows - bad, rows)))
                    .last()
                    .asString()
                    .startsWith("Imported %d of %d rows".formatted(rows - bad, rows));
            assertThat(simulator.records("opportunities"))
                    .extracting(deal -> deal.get("name"))
                    .hasSize(rows - bad)
                    .doesNotHaveDuplicates();
        }
    }

    private static Map<String, String> settings(OctolaneSimulator simulator, Path inbox) {
        return Map.of(
                "OCTOLANE_API_KEY", simulator.apiKey(),
                "OCTOLANE_PIPELINE_ID", OctolaneSimulator.DEFAULT_PIPELINE_ID,
                "OCTOLANE_BASE_URL", simulator.baseUrl(),
                "OCTOLANE_INBOX", inbox.toString());
    }

    private static void writeDeals(Path file, int rows, String nextStep) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.print("Deal Name,Amount,Expected Close,Next Step,Company Website\n");
            for (int i = 1; i <= rows; i++) {
                String amount = i % BAD_EVERY == 0 ? "lots" : String.valueOf(i);
                out.print("Deal " + i + "," + amount + ",11.02.2026," + nextStep + ",company" + i % 500 + ".com\n");
            }
        }
    }

    private List<String> importAll(Map<String, String> environment) throws Exception {
        Process process = start(environment);
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> printed = Files.readAllLines(output());
        assertThat(process.exitValue()).as("%s", printed).isZero();
        return printed;
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CsvImport.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        program.environment().putAll(environment);
        return program.start();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }
}
