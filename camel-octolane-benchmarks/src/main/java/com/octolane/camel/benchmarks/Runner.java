// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.benchmarks.Scenario.Run;
import com.octolane.camel.benchmarks.Target.Seen;
import com.octolane.camel.benchmarks.stub.StubProcess;
import com.octolane.camel.benchmarks.stub.StubSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts the subjects of a scenario one after another, every second round in the opposite order. */
final class Runner {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StubProcess stub;
    private final double share;

    /** @param share of the records that scenarios ask for; below 1 where a run only shows that all works */
    Runner(StubProcess stub, double share) {
        this.stub = stub;
        this.share = share;
    }

    /**
     * The numbers of all rounds; empty where a Java that the scenario needs is not there.
     *
     * @throws IOException when a subject failed, with what it printed
     */
    List<Seen> run(Scenario scenario) throws IOException, InterruptedException {
        if (scenario.runs().stream().anyMatch(run -> Jvm.java(run.jdk()).isEmpty())) {
            return List.of();
        }
        List<Seen> rounds = new ArrayList<>();
        for (int round = 0; round < (share < 1 ? 1 : scenario.rounds()); round++) {
            List<Run> runs = new ArrayList<>(scenario.runs());
            if (round % 2 == 1) {
                Collections.reverse(runs);
            }
            Map<String, Measured> seen = new LinkedHashMap<>();
            for (Run run : runs) {
                // the stub keeps what it is not told
                stub.set(JSON.writeValueAsString(StubSettings.initial()));
                stub.set(JSON.writeValueAsString(scenario.stub()));
                seen.put(run.label(), measure(scenario, run));
            }
            rounds.add(new Seen(seen));
        }
        return rounds;
    }

    private Measured measure(Scenario scenario, Run run) throws IOException, InterruptedException {
        SubjectMain.Task task = new SubjectMain.Task(
                run.subject().getName(),
                new Setting(stub.uri(), run.callers(), run.more()),
                part(run.warmUp()),
                part(run.records()),
                (int) scenario.stub().getOrDefault("delayMillis", 0),
                stub.pid());
        List<String> command = new ArrayList<>(List.of(Jvm.java(run.jdk()).orElseThrow()));
        command.addAll(run.jvm());
        // else they come and go, and what they took goes with them
        command.add("-XX:-UseDynamicNumberOfCompilerThreads");
        command.addAll(List.of("-cp", Jvm.classPath(), SubjectMain.class.getName(), JSON.writeValueAsString(task)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> printed = process.inputReader().lines().collect(Collectors.toList());
        int end = process.waitFor();
        Optional<String> measured = printed.stream()
                .filter(line -> line.startsWith(SubjectMain.MARK))
                .findFirst();
        if (end != 0 || measured.isEmpty()) {
            throw new IOException(run + " ended with " + end + ":\n" + String.join("\n", printed));
        }
        return JSON.readValue(measured.get().substring(SubjectMain.MARK.length()), Measured.class);
    }

    private long part(long records) {
        return records == 0 ? 0 : Math.max(1, Math.round(records * share));
    }
}
