// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.start.BareContext;
import com.octolane.camel.benchmarks.start.HttpContext;
import com.octolane.camel.benchmarks.start.OctolaneContext;
import java.util.List;

/**
 * All scenarios with their targets: (a) is the route that users write by hand, (b) this component, (c) a plain loop with
 * the same HTTP client and no Camel. Others show what forbids a target: (d) is that loop where its records enter a route
 * with the headers that this component sets, (e) where it delivers each version once besides and stores how far it came,
 * (f) where its rows are mapped as this component maps them.
 */
final class Scenarios {

    private Scenarios() {}

    /** @throws IllegalArgumentException when there is no scenario of one of the names */
    static List<Scenario> named(List<String> names) {
        List<Scenario> all = all();
        List<String> known = all.stream().map(Scenario::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no scenario " + name + ", only " + known);
            }
        }
        return all.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
    }

    private static List<Scenario> all() {
        return List.of(
                WriteScenarios.create(),
                WriteScenarios.createWithLatency(20),
                WriteScenarios.createWithLatency(100),
                WriteScenarios.bulkCreateWithLatency(),
                WriteScenarios.bulkCreateOfCsv(),
                WriteScenarios.bulkUpsert(),
                ReadScenarios.consumer(),
                ReadScenarios.consumerAndWork(),
                ReadScenarios.listOfAMillion(),
                WriteScenarios.csvOfAMillion(),
                WriteScenarios.toD(),
                WriteScenarios.narrowing(),
                start(),
                WriteScenarios.virtualThreads());
    }

    private static Scenario start() {
        return Scenario.named("start", "Start of a context with a producer and a consumer, and of one without")
                .rounds(7)
                .run("(a)", BareContext.class, 0, 1)
                .run("camel-http", HttpContext.class, 0, 1)
                .run("(b)", OctolaneContext.class, 0, 1)
                .atMost(
                        150,
                        "milliseconds over the context without them",
                        seen -> seen.of("(b)").more("ms") - seen.of("(a)").more("ms"))
                .atMost(
                        150,
                        "milliseconds of camel-http alone over it, the floor",
                        seen -> seen.of("camel-http").more("ms")
                                - seen.of("(a)").more("ms"))
                .build();
    }
}
