// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.csv;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.apache.camel.main.Main;

/**
 * Imports the CSV files of a folder. Without a key in the environment it imports the sample files into a simulator.
 */
public final class CsvImport {

    private CsvImport() {}

    public static void main(String[] args) throws Exception {
        String key = System.getenv("OCTOLANE_API_KEY");
        if (key == null || key.isBlank()) {
            Path inbox = Files.createDirectories(Path.of("target", "csv-import", "inbox"));
            copySamples(inbox);
            try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
                run(
                        inbox,
                        Map.of(
                                "camel.component.octolane.base-url", simulator.baseUrl(),
                                "camel.component.octolane.api-key", simulator.apiKey(),
                                "camel.component.octolane.pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID));
            }
        } else {
            String inbox = System.getenv().getOrDefault("OCTOLANE_INBOX", "inbox");
            run(Files.createDirectories(Path.of(inbox)), Map.of("camel.component.octolane.api-key", key));
        }
    }

    /** Imports what lies in the inbox, and returns when it is empty. */
    static ImportReport run(Path inbox, Map<String, Object> properties) throws Exception {
        Main main = new Main();
        ImportReport report = new ImportReport(inbox.resolve("reports"), main::completed, System.out);
        main.bind("report", report);
        main.bind("rows", new CsvRows());
        main.addInitialProperty("inbox", inbox.toString());
        properties.forEach((name, value) -> main.addOverrideProperty(name, String.valueOf(value)));
        main.run();
        report.printTotal();
        return report;
    }

    private static void copySamples(Path inbox) throws IOException {
        for (String name : new String[] {"accounts.csv", "contacts.csv", "opportunities.csv"}) {
            try (InputStream sample = CsvImport.class.getResourceAsStream("/samples/" + name)) {
                Files.copy(sample, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
