// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        writeDeals(inbox.resolve("deals.csv"));
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            List<String> printed = importAll(Map.of(
                    "OCTOLANE_API_KEY", simulator.apiKey(),
                    "OCTOLANE_PIPELINE_ID", OctolaneSimulator.DEFAULT_PIPELINE_ID,
                    "OCTOLANE_BASE_URL", simulator.baseUrl(),
                    "OCTOLANE_INBOX", inbox.toString()));

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

    /** More text than fits into the heap at once. */
    private static void writeDeals(Path file) throws IOException {
        String longText = "Rückruf – ".repeat(60);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.print("Deal Name,Amount,Expected Close,Next Step,Company Website\n");
            for (int i = 1; i <= ROWS; i++) {
                String amount = i % BAD_EVERY == 0 ? "lots" : String.valueOf(i);
                out.print("Deal " + i + "," + amount + ",11.02.2026," + longText + ",company" + i % 500 + ".com\n");
            }
        }
    }

    private List<String> importAll(Map<String, String> environment) throws Exception {
        Path output = folder.resolve("output.txt");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CsvImport.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        program.environment().putAll(environment);
        Process process = program.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> printed = Files.readAllLines(output);
        assertThat(process.exitValue()).as("%s", printed).isZero();
        return printed;
    }
}
