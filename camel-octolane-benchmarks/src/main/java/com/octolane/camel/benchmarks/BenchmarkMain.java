// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.Target.Seen;
import com.octolane.camel.benchmarks.stub.StubProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Runs the scenarios, all or those named, and writes tables and charts into a folder. */
public final class BenchmarkMain {

    private BenchmarkMain() {}

    /**
     * The folder, and the names of scenarios with commas between them, or nothing for all.
     *
     * @throws IllegalArgumentException when there is no scenario of that name
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<Scenario> scenarios =
                Scenarios.named(args.length < 2 || args[1].isBlank() ? List.of() : Arrays.asList(args[1].split(",")));
        Report report = new Report(folder);
        long since = System.nanoTime();
        try (StubProcess stub = StubProcess.start()) {
            Runner runner = new Runner(stub, 1);
            for (Scenario scenario : scenarios) {
                List<Seen> rounds = runner.run(scenario);
                System.out.println(scenario.title());
                rounds.forEach(round -> System.out.println("  " + round.subjects()));
                for (Target target : scenario.targets()) {
                    System.out.println("  " + target.text() + ": "
                            + (rounds.isEmpty() ? "not run" : Spread.of(rounds, target.value())) + ", wanted "
                            + (target.atMost() ? "at most " : "at least ") + target.bound());
                }
                report.add(scenario, rounds);
            }
        }
        report.write("%s; %s; %d minutes. Numbers are medians of the rounds; a ratio is taken within a round. "
                        .formatted(LocalDate.now(), Machine.described(), Math.round((System.nanoTime() - since) / 6e10))
                + "Other load is the number of cores that worked neither for the subject nor for the stub API.");
    }
}
