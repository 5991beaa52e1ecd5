// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.benchmarks.stub.StubProcess;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** The JVM of one subject: warms it up, measures it, and prints one line of JSON. */
public final class SubjectMain {

    /** Before the line which the runner reads. */
    static final String MARK = "measured: ";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * What the runner hands over, as JSON in the only argument.
     *
     * @param warmUp records before the measured ones, for which the stub does not wait; 0 where the first time is what is
     *     measured
     * @param delayMillis how long the stub waits while it is measured
     * @param stub the process of the stub
     */
    record Task(String subject, Setting setting, long warmUp, long records, int delayMillis, long stub) {}

    private SubjectMain() {}

    public static void main(String[] args) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Task task = json.readValue(args[0], Task.class);
        Measured measured;
        try (Subject subject =
                (Subject) Class.forName(task.subject()).getDeclaredConstructor().newInstance()) {
            subject.start(task.setting());
            setDelay(task, 0);
            for (long left = task.warmUp(); left > 0; left -= task.records()) {
                subject.move(Math.min(left, task.records()), new Latencies());
            }
            setDelay(task, task.delayMillis());
            subject.warm();
            measured = measure(subject, task);
        }
        System.out.println(MARK + json.writeValueAsString(measured));
        // a subject that leaves a thread behind must not hold up the runner
        System.exit(0);
    }

    private static void setDelay(Task task, int millis) throws IOException {
        StubProcess.set(task.setting().api(), "{\"delayMillis\":" + millis + "}");
    }

    private static Measured measure(Subject subject, Task task) throws Exception {
        Latencies latencies = new Latencies();
        ManagementFactory.getThreadMXBean().resetPeakThreadCount();
        double others = Machine.busySeconds() - cpuSeconds() - Machine.cpuSecondsOf(task.stub());
        double compiler = Machine.compilerSeconds();
        double cpu = cpuSeconds();
        long since = System.nanoTime();
        subject.move(task.records(), latencies);
        double seconds = (System.nanoTime() - since) / 1e9;
        compiler = Machine.compilerSeconds() - compiler;
        cpu = cpuSeconds() - cpu - compiler;
        others = Machine.busySeconds() - cpuSeconds() - Machine.cpuSecondsOf(task.stub()) - others;
        return new Measured(
                task.records() / seconds,
                cpu * 10_000 / task.records(),
                compiler * 10_000 / task.records(),
                latencies.percentile(50),
                latencies.percentile(99),
                ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                Machine.peakMegabytes(),
                Math.max(0, others / seconds),
                Map.copyOf(subject.measures()));
    }

    private static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
