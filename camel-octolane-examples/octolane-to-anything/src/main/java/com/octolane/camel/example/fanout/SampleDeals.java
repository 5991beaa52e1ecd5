// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fanout;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Four deals that are the same at every start, of which two change while the sample runs. */
final class SampleDeals {

    private static final Logger LOG = LoggerFactory.getLogger(SampleDeals.class);

    private static final Instant FIRST = Instant.parse("2025-03-03T09:00:00Z");
    private static final List<String> DEALS = List.of("Pilot", "Renewal", "Second site", SampleWebhook.REFUSED);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SampleDeals() {}

    static OctolaneSimulator startCrm() {
        OctolaneSimulator crm = OctolaneSimulator.builder().start();
        for (int i = 0; i < DEALS.size(); i++) {
            crm.seed(
                    "opportunities",
                    Map.of(
                            "id", id(DEALS.get(i)),
                            "name", DEALS.get(i),
                            "stage_name", "Qualified",
                            "created_at", FIRST,
                            "updated_at", FIRST.plus(Duration.ofDays(i))));
        }
        return crm;
    }

    /**
     * Changes two deals, and returns when the legs are done with them.
     *
     * @throws IllegalStateException when that takes longer than a minute
     */
    static void changeAndAwait(OctolaneSimulator crm, Path folder) throws IOException, InterruptedException {
        Set<String> wanted = new HashSet<>();
        for (String name : List.of(DEALS.get(0), SampleWebhook.REFUSED)) {
            Map<String, Object> changed = crm.change("opportunities", id(name), Map.of("stage_name", "Won"));
            wanted.add(changed.get("id") + "@" + Instant.parse((String) changed.get("updated_at")));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!dealtWith(folder).containsAll(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "After " + PATIENCE.toSeconds() + " s not all legs are done with " + wanted);
            }
            Thread.sleep(100);
        }
        LOG.info(
                "{} lines in {}, {} files in {}",
                lines(folder.resolve("opportunities.jsonl")).size(),
                folder.resolve("opportunities.jsonl"),
                aside(folder).size(),
                folder.resolve("aside"));
    }

    /** The versions that every leg has done or put aside. */
    private static Set<String> dealtWith(Path folder) throws IOException {
        Set<String> all = null;
        for (String leg : Asides.LEGS) {
            Set<String> versions = new HashSet<>(lines(folder.resolve("done-" + leg + ".txt")));
            Asides names = new Asides();
            aside(folder).stream()
                    .filter(name -> names.legOf(name).equals(leg))
                    .map(name -> names.keyOf(Path.of(name).getFileName().toString()))
                    .forEach(versions::add);
            if (all == null) {
                all = versions;
            } else {
                all.retainAll(versions);
            }
        }
        return all;
    }

    /** The files below the folder aside, by their names as the legs give them. */
    static Set<String> aside(Path folder) throws IOException {
        Path aside = folder.resolve("aside");
        if (!Files.exists(aside)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(aside)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(file -> aside.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
