// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.dataformat.CsvDataFormat;

/** CSV, split row by row, each created by camel-http: from one thread, as a splitter does. */
public class HandWrittenCsvCreate extends CamelSubject {

    private int next;

    /** The rows of a text as Maps, one at a time. */
    static RouteDefinition rows(RouteDefinition route) {
        CsvDataFormat csv = new CsvDataFormat();
        csv.setUseMaps("true");
        csv.setLazyLoad("true");
        // else Camel copies the whole stream into memory before the route begins; it does not do that to files
        return route.noStreamCaching().unmarshal(csv);
    }

    @Override
    void define(RouteDefinition route, Setting setting) {
        HandWrittenCreate.create(rows(route).split().body().streaming().stopOnException(), setting)
                .process(HandWrittenCsvCreate::check);
    }

    private static void check(Exchange exchange) {
        if (!HandWrittenCreate.isCreated(exchange)) {
            throw new IllegalStateException(
                    "A deal got no id: " + exchange.getMessage().getBody());
        }
    }

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        arrivals().begin();
        long since = System.nanoTime();
        send(DealRows.csv(next, (int) records));
        latencies.done(since);
        next += (int) records;
        arrivals().require("create", records);
    }
}
