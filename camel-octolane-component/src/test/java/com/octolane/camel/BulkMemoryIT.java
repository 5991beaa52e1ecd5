// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.BufferedWriter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.CsvDataFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkMemoryIT {

    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    @Test
    void aHundredThousandRowsOfACsvFileFitThroughAJvmOf64Megabytes() throws Exception {
        Path file = folder.resolve("deals.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(
                    "name,deal_size,close_date,next_steps,account_domain,primary_contact_email,c1,c2,c3,c4,c5,c6\n");
            for (int i = 0; i < ROWS; i++) {
                writer.write("Deal " + i + ",\"" + i + ".50\",2026-11-24,call again,company" + i % 500 + ".com,p"
                        + i % 900 + "@company" + i % 500 + ".com,one,two,three,four,five,six\n");
            }
        }
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BulkMemoryIT.class.getName(),
                            simulator.baseUrl(),
                            simulator.apiKey(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "child.log"))
                    .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(folder.resolve("child.log"))).contains("succeeded=" + ROWS + "\n");
            assertThat(process.exitValue()).isZero();
            assertThat(simulator.count("opportunities")).isEqualTo(ROWS);
        }
    }

    /** The small JVM: base URL, key, file. */
    public static void main(String[] args) throws Exception {
        CamelContext context = new DefaultCamelContext();
        try {
            OctolaneComponent component = new OctolaneComponent();
            component.getConfiguration().setBaseUrl(args[0]);
            component.getConfiguration().setApiKey(args[1]);
            component.getConfiguration().setPipelineId(OctolaneSimulator.DEFAULT_PIPELINE_ID);
            context.addComponent("octolane", component);
            CsvDataFormat csv = new CsvDataFormat();
            csv.setLazyLoad("true");
            csv.setUseMaps("true");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").unmarshal(csv).to("octolane:opportunity?operation=bulkCreate");
                }
            });
            context.start();
            BulkResult result =
                    context.createProducerTemplate().requestBody("direct:in", new File(args[2]), BulkResult.class);
            System.out.println("succeeded=" + result.succeeded());
        } finally {
            context.stop();
        }
    }
}
