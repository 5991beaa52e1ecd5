// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one process after the other delivered, each into a file of its own. */
final class Deliveries {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Deliveries(Path folder) {
        this.folder = folder;
    }

    /** The file for one more process. */
    Path next() {
        Path file = folder.resolve("records-" + files.size() + ".txt");
        files.add(file);
        return file;
    }

    /** Tells which process came first, where that was not known when they began. */
    void order(Path... inOrder) {
        files.sort(Comparator.comparing(List.of(inOrder)::indexOf));
    }

    int count(Path file) {
        return lines(file).size();
    }

    Set<String> all() {
        Set<String> all = new HashSet<>();
        files.forEach(file -> all.addAll(lines(file)));
        return all;
    }

    /** How many records each process delivered that one before it had delivered in the same version. */
    List<Integer> repeats() {
        List<Integer> repeats = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            repeats.add((int) lines.stream().filter(before::contains).count());
            before.addAll(lines);
        }
        return repeats;
    }

    /** No process delivers a version twice, and none delivers an older one than was delivered before. */
    void assertOrder() {
        Map<String, Instant> newest = new HashMap<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            assertThat(lines).doesNotHaveDuplicates();
            for (String line : lines) {
                String[] parts = line.split("\\|");
                Instant version = Instant.parse(parts[1]);
                Instant before = newest.put(parts[0], version);
                assertThat(before == null || !version.isBefore(before))
                        .as("%s comes after %s", line, before)
                        .isTrue();
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
