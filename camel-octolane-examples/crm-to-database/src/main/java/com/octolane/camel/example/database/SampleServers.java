// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The servers of the sample: a simulated CRM that forgets, and a PostgreSQL that does not. */
final class SampleServers {

    private static final int CRM_PORT = 18_080;
    private static final int DATABASE_PORT = 15_432;
    private static final int SECONDS_BETWEEN_CHANGES = 5;

    private SampleServers() {}

    /** @param port 0 for a free one */
    static OctolaneSimulator startCrm(int port) {
        OctolaneSimulator crm = OctolaneSimulator.builder().port(port).start();
        SampleRecords.seed(crm);
        SampleRecords.changeTwo(crm);
        return crm;
    }

    static Map<String, String> settingsOf(OctolaneSimulator crm) {
        return Map.of(
                "octolane.base-url", crm.baseUrl(),
                "octolane.api-key", crm.apiKey(),
                "octolane.pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID);
    }

    /** Starts both, tells how they are reached, and changes two records every few seconds. */
    static void runUntilStopped(Path folder) throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        try (OctolaneSimulator crm = startCrm(CRM_PORT);
                SampleDatabase database = SampleDatabase.start(folder, DATABASE_PORT)) {
            System.out.println("Both servers run. In the terminals of the copies:");
            settingsOf(crm).forEach(SampleServers::printVariable);
            printVariable("database.url", database.url());
            printVariable("poll.delay", "1s");
            while (!stopped.await(SECONDS_BETWEEN_CHANGES, TimeUnit.SECONDS)) {
                SampleRecords.changeTwo(crm);
            }
        }
    }

    private static void printVariable(String setting, String value) {
        System.out.println("export " + CrmToDatabase.variable(setting) + "='" + value + "'");
    }
}
