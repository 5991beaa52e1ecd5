// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.read.Tenths;
import com.octolane.camel.bulk.BulkRowListener;
import java.util.Map;
import org.apache.camel.model.RouteDefinition;

/** CSV of any length in one bulk operation, each row told to a listener, so that nothing is kept. */
public class OctolaneCsvStream extends CamelSubject {

    private Tenths tenths;

    @Override
    void define(RouteDefinition route, Setting setting) {
        BulkRowListener listener = row -> tenths.count();
        context().getRegistry().bind("rows", listener);
        HandWrittenCsvCreate.rows(route).to("octolane:opportunity?operation=bulkCreate&bulkRowListener=#rows");
    }

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        tenths = new Tenths(records);
        arrivals().begin();
        long since = System.nanoTime();
        send(DealRows.csv(0, (int) records));
        latencies.done(since);
        tenths.expect(records);
        arrivals().require("bulkCreate", records);
    }

    @Override
    public Map<String, Double> measures() {
        return tenths.measures();
    }
}
