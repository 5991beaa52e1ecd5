// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** Runs a simulator until the process is ended: {@code --port 8080 --api-key test-key --host 127.0.0.1}. */
public final class OctolaneSimulatorMain {

    private static final String USAGE = "Usage: OctolaneSimulatorMain [--port PORT] [--api-key KEY] [--host ADDRESS]";

    private OctolaneSimulatorMain() {}

    public static void main(String[] args) {
        OctolaneSimulator simulator = start(args);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("Octolane simulator is up at " + simulator.baseUrl());
        System.out.println("Watch it at " + simulator.boardUrl());
    }

    static OctolaneSimulator start(String... args) {
        // one long run must not fill the heap with its own history
        OctolaneSimulator.Builder builder =
                OctolaneSimulator.builder().port(8080).journalEntries(1_000);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("No value for " + args[i] + ". " + USAGE);
            }
            switch (args[i]) {
                case "--port" -> builder.port(Integer.parseInt(args[i + 1]));
                case "--api-key" -> builder.apiKey(args[i + 1]);
                case "--host" -> builder.host(args[i + 1]);
                default -> throw new IllegalArgumentException("Unknown option " + args[i] + ". " + USAGE);
            }
        }
        return builder.start();
    }
}
