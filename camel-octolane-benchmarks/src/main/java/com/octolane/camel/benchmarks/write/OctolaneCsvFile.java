// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import com.octolane.camel.benchmarks.read.Tenths;
import com.octolane.camel.bulk.BulkRowListener;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.csv.CsvDataFormat;

/** A CSV file of any length through {@code bulkCreate}, row by row told to a listener. */
public final class OctolaneCsvFile implements Subject {

    private CamelContext context;
    private ProducerTemplate template;
    private Tenths tenths;
    private Path file;

    @Override
    public void start(Setting setting) throws Exception {
        file = Files.createTempFile("deals", ".csv");
        context = Endpoints.context(setting);
        BulkRowListener listener = row -> tenths.count();
        context.getRegistry().bind("rows", listener);
        CsvDataFormat csv = new CsvDataFormat();
        csv.setLazyLoad(true);
        csv.setUseMaps(true);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:import")
                        .unmarshal(csv)
                        .to("octolane:opportunity?operation=bulkCreate&bulkRowListener=#rows");
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write("Name,Domain,Email,Deal Size,Close Date,Next Step,Source,Region,Owner,Product,Seats,Comment\n");
            for (long i = 0; i < records; i++) {
                rows.write(
                        "Deal %1$d,company%1$d.com,ann%1$d@company%1$d.com,%1$d,2026-12-24,Call,Web,North,Bob,Pro,5,none\n"
                                .formatted(i));
            }
        }
        tenths = new Tenths(records);
        Exchange exchange =
                template.request("direct:import", asked -> asked.getMessage().setBody(file.toFile()));
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        tenths.expect(records);
    }

    @Override
    public Map<String, Double> measures() {
        return tenths.measures();
    }

    @Override
    public void close() throws Exception {
        context.stop();
        Files.delete(file);
    }
}
