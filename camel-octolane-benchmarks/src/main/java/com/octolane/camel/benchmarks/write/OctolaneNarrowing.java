// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.stub.StubProcess;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkResult.Row;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.camel.model.RouteDefinition;

/**
 * Rows of which some are bad, {@code bad} in a hundred, so that the API refuses the chunks that have one. The error
 * names the bad rows, or not, or no row is refused, as {@code narrowing} says: named, unnamed or none.
 */
public class OctolaneNarrowing extends CamelSubject {

    private static final long SEED = 20261125;

    private Setting setting;
    private double share;
    private int next;
    private int badRows;

    @Override
    public void start(Setting toUse) throws Exception {
        super.start(toUse);
        setting = toUse;
        share = Double.parseDouble(toUse.more("bad")) / 100;
    }

    @Override
    void define(RouteDefinition route, Setting toUse) {
        route.to("octolane:opportunity?operation=bulkCreate&failOnPartial=false");
    }

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        int count = (int) records;
        BitSet bad = bad(count);
        badRows = bad.cardinality();
        StubProcess.set(setting.api(), "{\"narrowing\":\"" + setting.more("narrowing") + "\"}");
        arrivals().begin();
        int from = next;
        next += count;
        long since = System.nanoTime();
        Object body = IntStream.range(0, count)
                .mapToObj(i -> bad.get(i) ? DealRows.badRow(from + i) : DealRows.row(from + i))
                .iterator();
        BulkResult result = send(body).getMessage().getBody(BulkResult.class);
        latencies.done(since);
        verify(result, setting.more("narrowing").equals("none") ? new BitSet() : bad, count);
    }

    private BitSet bad(int count) {
        Random random = new Random(SEED);
        BitSet bad = new BitSet(count);
        while (bad.cardinality() < Math.round(count * share)) {
            bad.set(random.nextInt(count));
        }
        return bad;
    }

    private void verify(BulkResult result, BitSet bad, int count) throws Exception {
        for (Row row : result.rows()) {
            boolean right = bad.get(row.index())
                    ? row.status() == BulkResult.Status.FAILED
                    : row.status() == BulkResult.Status.SUCCEEDED && row.id() != null;
            if (!right) {
                throw new IllegalStateException("Row " + row.index() + " is " + row.status() + " " + row.error());
            }
        }
        if (result.total() != count) {
            throw new IllegalStateException(count + " rows gave " + result);
        }
        arrivals().require("bulkCreate", count - bad.cardinality());
    }

    /** Also how many of the rows were bad. */
    @Override
    public Map<String, Double> measures() {
        Map<String, Double> measures = new TreeMap<>(super.measures());
        measures.put("badRows", (double) badRows);
        return measures;
    }
}
