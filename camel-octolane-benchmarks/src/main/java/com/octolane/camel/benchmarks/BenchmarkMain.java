// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.Target.Seen;
import com.octolane.camel.benchmarks.jmh.JmhMain;
import com.octolane.camel.benchmarks.stub.StubProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the scenarios and the benchmarks of the pure parts, or some scenarios only, and writes tables and charts. */
public final class BenchmarkMain {

    private BenchmarkMain() {}

    /**
     * The folder for the results of all, the folder for those of some, and the names of some with commas between them.
     *
     * @throws IllegalArgumentException when there is no scenario of that name
     */
    public static void main(String[] args) throws Exception {
        boolean all = args.length < 3 || args[2].isBlank();
        Path folder = Files.createDirectories(Path.of(all ? args[0] : args[1]));
        List<Scenario> scenarios = Scenarios.named(all ? List.of() : Arrays.asList(args[2].split(",")));
        Report report = new Report(folder);
        List<String> failures = new ArrayList<>();
        long since = System.nanoTime();
        try (StubProcess stub = StubProcess.start()) {
            Runner runner = new Runner(stub, 1);
            for (Scenario scenario : scenarios) {
                try {
                    List<Seen> rounds = runner.run(scenario);
                    report.add(scenario, rounds);
                    print(scenario, rounds);
                } catch (IOException e) {
                    // the others are worth their time; the end tells
                    failures.add(scenario.name() + ": " + e.getMessage());
                }
            }
        }
        if (all) {
            JmhMain.main(new String[] {folder.resolve("pure-parts.json").toString()});
        }
        report.write(
                "%s; %s; %d minutes. Numbers are medians of the rounds; a ratio is taken within a round. Ratios to (a) stand in brackets. "
                                .formatted(
                                        LocalDate.now(),
                                        Machine.described(),
                                        Math.round((System.nanoTime() - since) / 6e10))
                        + "CPU leaves out the JIT compiler, which has a column of its own, for as many records. "
                        + "Other load is the number of cores that worked neither for the subject nor for the stub API.");
        System.out.println("Written to " + folder);
        if (!failures.isEmpty()) {
            throw new IOException(String.join("\n", failures));
        }
    }

    private static void print(Scenario scenario, List<Seen> rounds) {
        System.out.println(scenario.title());
        for (Target target : scenario.targets()) {
            System.out.println(
                    "  " + target.text() + ": " + (rounds.isEmpty() ? "not run" : Spread.of(rounds, target.value()))
                            + ", wanted " + target.wanted());
        }
    }
}
