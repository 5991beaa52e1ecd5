// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.jmh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
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
 * Runs all microbenchmarks and writes their results as JMH's JSON: {@code [-quick] FILE [PATTERN]}. Prints the CPU
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
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf(
                "%n%-62s %10s %10s %10s %10s%n", "ns of CPU for each operation", "mean", "from", "to", "B/op");
        for (RunResult result : results) {
            DoubleSummaryStatistics cpu =
                    iterations(result).mapToDouble(JmhMain::cpu).summaryStatistics();
            double nanos = iterations(result)
                    .mapToDouble(each -> cpu(each) * operations(each))
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "%-62s %10.0f %10.0f %10.0f %10.0f%n",
                    name(result),
                    nanos / iterations(result).mapToLong(JmhMain::operations).sum(),
                    cpu.getMin(),
                    cpu.getMax(),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
        }
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
