// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** What Linux tells about itself; where there is no /proc, NaN. */
final class Machine {

    private static final double TICKS = 100;

    private Machine() {}

    /** Seconds that all cores together were busy since the machine started. */
    static double busySeconds() throws IOException {
        Path stat = Path.of("/proc/stat");
        if (!Files.isReadable(stat)) {
            return Double.NaN;
        }
        String[] cpu = Files.readAllLines(stat).get(0).trim().split(" +");
        // cpu user nice system idle iowait irq softirq steal
        return (sum(cpu, 1, 4) + sum(cpu, 6, Math.min(9, cpu.length))) / TICKS;
    }

    private static double sum(String[] words, int from, int to) {
        return Arrays.stream(words, from, to).mapToLong(Long::parseLong).sum();
    }

    static double cpuSecondsOf(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(Duration::toNanos)
                .map(nanos -> nanos / 1e9)
                .orElse(0.0);
    }

    /** What the compiler of this JVM took so far, an outlay that ends in a program that runs for long; 0 without /proc. */
    static double compilerSeconds() throws IOException {
        Path threads = Path.of("/proc/self/task");
        if (!Files.isReadable(threads)) {
            return 0;
        }
        long nanos = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                nanos += isCompiler(thread) ? cpuNanos(thread) : 0;
            }
        }
        return nanos / 1e9;
    }

    private static boolean isCompiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).contains("CompilerThre");
        } catch (IOException e) {
            // it has ended meanwhile, which the runner forbids to compilers
            return false;
        }
    }

    private static long cpuNanos(Path thread) throws IOException {
        return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
    }

    /** The most memory that this process ever had from the system. */
    static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** One line for the report: cores, JDK, system. */
    static String described() throws IOException {
        String model = "";
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuinfo)) {
            model = Files.readAllLines(cpuinfo).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> ", " + line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("");
        }
        return Runtime.getRuntime().availableProcessors() + " cores" + model + ", JDK "
                + System.getProperty("java.version") + ", " + System.getProperty("os.name");
    }
}
