// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.bulk.UpsertResult.Action;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneValidationException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** Tells what each pass did, and ends the program where that is wanted, or where the very first pass breaks off. */
public final class Passes {

    /** What a pass did to the records that it read. */
    record Counts(int created, int updated, int unchanged, int rejected) {

        @Override
        public String toString() {
            return created + " created, " + updated + " updated, " + unchanged + " unchanged, " + rejected
                    + " rejected";
        }
    }

    /** What happens after a pass. */
    interface Next {

        /**
         * @param failure null where the pass ended well
         * @return whether there is to be another one
         */
        boolean after(int pass, Counts counts, String failure);
    }

    private final PrintStream out;
    private final Next next;
    private final Runnable stop;
    private final Map<Action, Integer> actions = new EnumMap<>(Action.class);
    private int rejected;
    private int passes;
    private volatile boolean stopped;

    Passes(PrintStream out, Next next, Runnable stop) {
        this.out = out;
        this.next = next;
        this.stop = stop;
    }

    /** Whether a pass is to be made: the timer may fire once more while the program ends. */
    public boolean wanted() {
        return !stopped;
    }

    /**
     * @throws IllegalStateException where Octolane could not take a record that may be all right, so that the position
     *     has to stay; what is wrong with a record itself is told, and does not hold up the others
     */
    public void written(String object, BulkResult result) {
        for (Row row : result.rows()) {
            if (row.status() == Status.SUCCEEDED) {
                actions.merge(row.action(), 1, Integer::sum);
            } else if (isTheRecordsFault(row)) {
                rejected++;
                Map<?, ?> record = (Map<?, ?>) row.record();
                out.println(object + " " + record.get("Id") + " was not moved: " + row.error());
            } else {
                throw new IllegalStateException(
                        "Octolane could not take the page with " + object + " " + ((Map<?, ?>) row.record()).get("Id")
                                + ", which stays to be moved: " + row.error(),
                        row.error().cause());
            }
        }
    }

    private static boolean isTheRecordsFault(Row row) {
        OctolaneException cause = row.error().cause();
        return row.status() == Status.FAILED
                && (cause instanceof OctolaneMappingException || cause instanceof OctolaneValidationException);
    }

    public void ended() {
        out.println("Pass " + (passes + 1) + ": " + counts());
        finish(null);
    }

    public void broke(Exchange exchange) {
        String failure = Failures.line(exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class));
        out.println("Pass " + (passes + 1) + " broke off after " + counts() + ". " + failure);
        finish(failure);
    }

    private void finish(String failure) {
        passes++;
        Counts counts = counts();
        actions.clear();
        rejected = 0;
        if (!next.after(passes, counts, failure)) {
            stopped = true;
            stop.run();
        }
    }

    private Counts counts() {
        return new Counts(of(Action.created), of(Action.updated), of(Action.unchanged), rejected);
    }

    private int of(Action action) {
        return actions.getOrDefault(action, 0);
    }
}
