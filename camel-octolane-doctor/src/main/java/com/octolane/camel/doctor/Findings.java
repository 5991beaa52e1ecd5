// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what probes see. Several parts may speak of one assumption: it differs where any of them says so. */
final class Findings {

    private static final String NEEDS_WRITES = "needs --write";

    private record Part(Verdict verdict, String seen, String line) {}

    private final List<Assumption> register = Assumption.all();
    private final Map<String, Set<Part>> parts = new LinkedHashMap<>();

    void holds(String id, String seen) {
        add(id, new Part(Verdict.HOLDS, seen, null));
    }

    /** @param line a line of {@code application.properties} that helps, or null */
    void differs(String id, String seen, String line) {
        add(id, new Part(Verdict.DIFFERS, seen, line));
    }

    void notTested(String id, String why) {
        add(id, new Part(Verdict.NOT_TESTED, why, null));
    }

    /** What a probe that could not go on leaves open. */
    void leaveOpen(List<String> ids, String why) {
        ids.stream().filter(id -> !isDecided(id)).forEach(id -> notTested(id, why));
    }

    private synchronized boolean isDecided(String id) {
        return parts.containsKey(id);
    }

    private synchronized void add(String id, Part part) {
        if (register.stream().noneMatch(each -> each.id().equals(id))) {
            throw new IllegalArgumentException("No assumption " + id);
        }
        parts.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(part);
    }

    /** One for each entry of the register. */
    synchronized List<Finding> all() {
        return register.stream().map(this::of).toList();
    }

    private Finding of(Assumption assumption) {
        if (assumption.untested() != null) {
            return new Finding(assumption, Verdict.NOT_TESTED, assumption.untested(), List.of());
        }
        Set<Part> told = parts.getOrDefault(assumption.id(), Set.of(new Part(Verdict.NOT_TESTED, NEEDS_WRITES, null)));
        Verdict verdict = told.stream().anyMatch(part -> part.verdict() == Verdict.DIFFERS)
                ? Verdict.DIFFERS
                : told.stream().anyMatch(part -> part.verdict() == Verdict.HOLDS) ? Verdict.HOLDS : Verdict.NOT_TESTED;
        List<Part> same =
                told.stream().filter(part -> part.verdict() == verdict).toList();
        String seen = same.stream().map(Part::seen).distinct().collect(Collectors.joining("; "));
        List<String> lines = same.stream()
                .map(Part::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Finding(assumption, verdict, seen, lines);
    }
}
