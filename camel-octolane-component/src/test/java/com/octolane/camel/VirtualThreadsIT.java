// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link VirtualThreadsMain} in a JVM of its own, since Camel decides about virtual threads when it is loaded. */
class VirtualThreadsIT {

    @TempDir
    Path folder;

    /** The JDK that runs the tests when it has virtual threads, else the one that {@code JAVA_25_HOME} names. */
    private static String javaHome() {
        return Runtime.version().feature() >= 21 ? System.getProperty("java.home") : System.getenv("JAVA_25_HOME");
    }

    static boolean isThereAJdkWithVirtualThreads() {
        return javaHome() != null;
    }

    @Test
    @EnabledIf(
            value = "isThereAJdkWithVirtualThreads",
            disabledReason = "virtual threads need Java 21 or later: run the tests with it, or set JAVA_25_HOME")
    void callsFromManyVirtualThreadsPinNoCarrier() throws Exception {
        try (OctolaneSimulator simulator =
                OctolaneSimulator.builder().journalEntries(0).start()) {
            // waits of every kind: for answers, before another try, for a limit that ends
            simulator
                    .faults()
                    .latency(Duration.ofMillis(5))
                    .randomly(7, 0.05, Fault.STATUS_503)
                    .randomly(8, 0.005, Fault.RATE_LIMITED);
            Path log = folder.resolve("child.log");
            Process process = new ProcessBuilder(
                            Path.of(javaHome(), "bin", "java").toString(),
                            "-Xmx256m",
                            "-Dcamel.threads.virtual.enabled=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            VirtualThreadsMain.class.getName(),
                            simulator.baseUrl(),
                            simulator.apiKey())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();

            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            String said = Files.readString(log);
            System.out.println(said);
            assertThat(said)
                    .contains("calls on platform threads: 0\n")
                    .contains("the recorder sees pinning: true\n")
                    .contains("pinned by us: []\n");
            assertThat(process.exitValue()).isZero();
            assertThat(simulator.count("accounts")).isGreaterThanOrEqualTo(VirtualThreadsMain.SINGLE_CREATES);
            assertThat(simulator.count("contacts"))
                    .isEqualTo((2 + VirtualThreadsMain.BULK_CREATES) * VirtualThreadsMain.ROWS_OF_A_BULK);
        }
    }
}
