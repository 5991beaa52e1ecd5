// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all microbenchmarks and writes their results as JMH's JSON: {@code [-quick] FILE [PATTERN]}. Prints, and writes beside it as Markdown, the CPU
 * time of an operation over all iterations, that of the fastest and the slowest one as the noise, and the bytes that it
 * allocates. Iterations weigh by their operations: the system counts CPU time in ticks of 10 ms.
 */
public final class JmhMain {

    private JmhMain() {}

    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        boolean quick = words.remove("-quick");
        if (words.isEmpty()) {
            throw new IllegalArgumentException("expected [-quick] FILE [PATTERN]");
        }
        String pattern = words.size() > 1 ? words.get(1) : ".*";
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\.jmh\\." + pattern)
                .addProfiler(CpuProfiler.class)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(Path.of(words.get(0)).toString());
        if (quick) {
            options.warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(100))
                    .measurementIterations(2)
                    .measurementTime(TimeValue.milliseconds(100));
        }
        String table = table(new Runner(options.build()).run());
        System.out.println(table);
        Files.writeString(Path.of(words.get(0).replaceFirst("[.]json$", "") + ".md"), table);
    }

    private static String table(Collection<RunResult> results) {
        Map<String, Double> means = new LinkedHashMap<>();
        results.forEach(result -> means.put(name(result), mean(result)));
        StringBuilder table = new StringBuilder("""
                <!-- written by the benchmarks: do not edit -->
                # The pure parts, by JMH

                CPU nanoseconds of an operation, the fastest and the slowest iteration, and for mappings the share of what Jackson takes to
                write the same rows.

                | what | ns of CPU | from | to | of Jackson | bytes allocated |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (RunResult result : results) {
            DoubleSummaryStatistics cpu =
                    iterations(result).mapToDouble(JmhMain::cpu).summaryStatistics();
            String name = name(result);
            Double jackson = name.contains(".mapped") ? means.get(baseline(name)) : null;
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %,.0f | %s | %,.0f |%n",
                    name,
                    means.get(name),
                    cpu.getMin(),
                    cpu.getMax(),
                    jackson == null ? "" : String.format(Locale.ROOT, "%.2f", means.get(name) / jackson),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()));
        }
        return table.toString();
    }

    /** What a mapping is compared with: Jackson, which writes the same rows, one or many. */
    private static String baseline(String name) {
        return name.replaceFirst("[.]mapped(?:ToBytes(Bulk)|\\w+)", ".jackson$1");
    }

    private static double mean(RunResult result) {
        double nanos = iterations(result)
                .mapToDouble(each -> cpu(each) * operations(each))
                .sum();
        return nanos / iterations(result).mapToLong(JmhMain::operations).sum();
    }

    private static String name(RunResult result) {
        String method = result.getParams().getBenchmark();
        StringBuilder name = new StringBuilder(method.substring(method.indexOf(".jmh.") + 5));
        result.getParams()
                .getParamsKeys()
                .forEach(key -> name.append(' ').append(result.getParams().getParam(key)));
        return name.toString();
    }

    private static Stream<IterationResult> iterations(RunResult result) {
        return result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream);
    }

    private static double cpu(IterationResult iteration) {
        return iteration.getSecondaryResults().get(CpuProfiler.NAME).getScore();
    }

    private static long operations(IterationResult iteration) {
        return iteration.getMetadata().getAllOps();
    }
}
