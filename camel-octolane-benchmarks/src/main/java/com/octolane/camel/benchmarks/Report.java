// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import static com.octolane.camel.benchmarks.Chart.number;

import com.octolane.camel.benchmarks.Target.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes the numbers of a run as one Markdown page with a chart for each scenario. */
final class Report {

    private static final String BASE = "(a)";

    private final Path folder;
    private final StringBuilder page = new StringBuilder();
    private final StringBuilder overview = new StringBuilder("""
            | scenario | what | wanted | seen (least to most) | |
            | --- | --- | --- | --- | --- |
            """);

    Report(Path folder) {
        this.folder = folder;
    }

    void add(Scenario scenario, List<Seen> rounds) throws IOException {
        page.append("\n## %s%n%n".formatted(scenario.title()));
        if (rounds.isEmpty()) {
            page.append("Not run: no Java of that version was named by `JAVA_25_HOME`.\n");
            scenario.targets()
                    .forEach(target -> row(overview, scenario.title(), target.text(), target.wanted(), "not run", ""));
            return;
        }
        String picture = scenario.name() + ".svg";
        Files.writeString(folder.resolve(picture), chart(scenario, rounds));
        page.append("![%s](%s)%n%n".formatted(scenario.title(), picture));
        table(scenario, rounds);
        for (Target target : scenario.targets()) {
            Spread spread = Spread.of(rounds, target.value());
            String met = target.met(spread.median()) ? "met" : "**missed**";
            row(overview, scenario.title(), target.text(), target.wanted(), spread.toString(), met);
        }
    }

    private void table(Scenario scenario, List<Seen> rounds) {
        page.append("| subject | records a second | CPU s for 10,000 | JIT s | p50 ms | p99 ms | threads | MB ")
                .append("| other load | counted |\n|")
                .append(" --- |".repeat(10))
                .append('\n');
        for (Scenario.Run run : scenario.runs()) {
            String label = run.label();
            row(
                    page,
                    label,
                    cell(rounds, label, Measured::recordsPerSecond),
                    cell(rounds, label, Measured::cpuSeconds),
                    cell(rounds, label, Measured::compilerSeconds),
                    cell(rounds, label, Measured::p50),
                    cell(rounds, label, Measured::p99),
                    cell(rounds, label, Measured::threads),
                    cell(rounds, label, Measured::megabytes),
                    median(rounds, seen -> seen.of(label).otherLoad()),
                    counted(rounds.get(0).of(label).more()));
        }
    }

    /** The number and, in brackets, what it is of the base of its round. */
    private static String cell(List<Seen> rounds, String label, ToDoubleFunction<Measured> value) {
        String number = median(rounds, seen -> value.applyAsDouble(seen.of(label)));
        boolean comparable = rounds.get(0).subjects().containsKey(BASE)
                && !BASE.equals(label)
                && rounds.stream().allMatch(seen -> value.applyAsDouble(seen.of(BASE)) > 0);
        if (!comparable) {
            return number;
        }
        String ratio = median(rounds, seen -> value.applyAsDouble(seen.of(label)) / value.applyAsDouble(seen.of(BASE)));
        return number + " (" + ratio + ")";
    }

    private static String median(List<Seen> rounds, ToDoubleFunction<Seen> value) {
        return number(Spread.of(rounds, value).median());
    }

    private static String counted(Map<String, Double> more) {
        StringBuilder words = new StringBuilder();
        more.forEach((name, value) -> words.append(words.isEmpty() ? "" : ", ")
                .append(name)
                .append(' ')
                .append(number(value)));
        return words.toString();
    }

    private static String chart(Scenario scenario, List<Seen> rounds) {
        Chart chart = new Chart(scenario.title());
        Map<String, Double> speed = new LinkedHashMap<>();
        Map<String, Double> cpu = new LinkedHashMap<>();
        for (Scenario.Run run : scenario.runs()) {
            String label = run.label();
            speed.put(
                    label,
                    Spread.of(rounds, seen -> seen.of(label).recordsPerSecond()).median());
            cpu.put(
                    label,
                    Spread.of(rounds, seen -> seen.of(label).cpuSeconds()).median());
        }
        chart.bars("more is better", speed, "records/s", "#2b7a78");
        chart.bars("less is better", cpu, "CPU s for 10,000", "#c8553d");
        return chart.toString();
    }

    private static void row(StringBuilder to, String... cells) {
        to.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** @param about the machine, the day, the command: what stands above the numbers */
    void write(String about) throws IOException {
        Files.writeString(
                folder.resolve("results.md"),
                "<!-- written by the benchmarks: do not edit -->\n# Measured\n\n" + about + "\n\n" + overview + page);
    }
}
