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

    /** Name of the calls that halving every refused chunk would take, down to the bad rows. */
    public static final String HALVING = "halving";

    private static final int CHUNK = 100;
    private static final long SEED = 20261125;

    private Setting setting;
    private double share;
    private int next;
    private BitSet bad;
    private int count;

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
        count = (int) records;
        bad = chosen();
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
        verify(result, setting.more("narrowing").equals("none") ? new BitSet() : bad);
    }

    private BitSet chosen() {
        Random random = new Random(SEED);
        BitSet chosen = new BitSet(count);
        while (chosen.cardinality() < Math.round(count * share)) {
            chosen.set(random.nextInt(count));
        }
        return chosen;
    }

    private void verify(BulkResult result, BitSet refused) throws Exception {
        for (Row row : result.rows()) {
            boolean right = refused.get(row.index())
                    ? row.status() == BulkResult.Status.FAILED
                    : row.status() == BulkResult.Status.SUCCEEDED && row.id() != null;
            if (!right) {
                throw new IllegalStateException("Row " + row.index() + " is " + row.status() + " " + row.error());
            }
        }
        if (result.total() != count) {
            throw new IllegalStateException(count + " rows gave " + result);
        }
        arrivals().require("bulkCreate", count - refused.cardinality());
    }

    private int halving(int from, int to) {
        int first = bad.nextSetBit(from);
        if (first < 0 || first >= to || to - from == 1) {
            return 1;
        }
        int middle = (from + to) / 2;
        return 1 + halving(from, middle) + halving(middle, to);
    }

    /** Also how many of the rows were bad, and {@link #HALVING}. */
    @Override
    public Map<String, Double> measures() {
        Map<String, Double> measures = new TreeMap<>(super.measures());
        measures.put("badRows", (double) bad.cardinality());
        measures.put(HALVING, (double) IntStream.iterate(0, from -> from < count, from -> from + CHUNK)
                .map(from -> halving(from, Math.min(count, from + CHUNK)))
                .sum());
        return measures;
    }
}
