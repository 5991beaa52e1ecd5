// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.simulator.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * One call in five goes wrong, in every way that the simulator knows. Rows, faults and the shapes of answers come from a
 * seed (system property {@code chaos.seed}); which concurrent call meets which fault is left to the threads.
 */
class ChaosIT {

    private static final long SEED = Long.getLong("chaos.seed", 20261125L);
    private static final List<OctolaneObject> UPSERTED =
            List.of(OctolaneObject.opportunity, OctolaneObject.account, OctolaneObject.contact);

    /** What a run came to, after its rows were compared with the simulator's records. */
    private record Outcome(BulkResult result, int calls, Map<Fault, Integer> faults) {}

    @FunctionalInterface
    private interface Operation {
        Outcome run(OctolaneObject object, boolean upsert, long seed) throws Exception;
    }

    /** All objects through both operations, side by side: most of the time goes by in calls that hang and in waits. */
    private static List<Outcome> runAll(long seed, Operation operation) throws Exception {
        List<Callable<Outcome>> runs = new ArrayList<>();
        for (OctolaneObject object : OctolaneObject.values()) {
            runs.add(() -> operation.run(object, false, seed + object.ordinal()));
        }
        for (OctolaneObject object : UPSERTED) {
            runs.add(() -> operation.run(object, true, seed + 50 + object.ordinal()));
        }
        List<Outcome> outcomes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(runs.size());
        try {
            for (Future<Outcome> each : threads.invokeAll(runs, 5, TimeUnit.MINUTES)) {
                outcomes.add(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return outcomes;
    }

    private static int sum(List<Outcome> outcomes, ToIntFunction<BulkResult> count) {
        return outcomes.stream().map(Outcome::result).mapToInt(count).sum();
    }

    @Test
    void ofTwentyThousandRowsEachIsThereOnceOrReportedAsItIs() throws Exception {
        List<Outcome> outcomes = runAll(SEED, (object, upsert, seed) -> {
            try (ChaosRun run = new ChaosRun(object, upsert, 2_500, seed)) {
                BulkResult result = run.write();
                System.out.println(run + ": " + result + ", " + run.calls() + " calls");
                return new Outcome(result, run.calls(), run.faults());
            }
        });

        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        outcomes.forEach(each -> each.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum)));
        int calls = outcomes.stream().mapToInt(Outcome::calls).sum();
        System.out.println(calls + " calls, faults " + faults);
        assertThat(sum(outcomes, BulkResult::total)).isEqualTo(20_000);
        assertThat(sum(outcomes, BulkResult::succeeded))
                .as("the runs are worth something")
                .isGreaterThan(15_000);
        assertThat(sum(outcomes, BulkResult::unknown)).isPositive();
        assertThat(faults.values()).as("each fault happened: %s", faults).doesNotContain(0);
        assertThat(faults.values().stream().mapToInt(Integer::intValue).sum()).isBetween(calls / 6, calls / 4);
    }

    @Test
    void whatIsReportedAfterAStopInTheMiddleIsTrueAndNothingElseIsReported() throws Exception {
        for (boolean graceful : List.of(true, false)) {
            List<Outcome> outcomes = runAll(SEED + (graceful ? 1_000 : 2_000), (object, upsert, seed) -> {
                try (ChaosRun run = new ChaosRun(object, upsert, 1_000, seed)) {
                    int stopAt = 300 + (int) (seed * 37 % 400);
                    BulkResult result = run.writeUntilStopped(stopAt, graceful);
                    System.out.println(run + (graceful ? ", " : ", cut off, ") + result);
                    return new Outcome(result, run.calls(), run.faults());
                }
            });

            assertThat(sum(outcomes, BulkResult::succeeded)).isGreaterThan(1_500);
        }
    }
}
