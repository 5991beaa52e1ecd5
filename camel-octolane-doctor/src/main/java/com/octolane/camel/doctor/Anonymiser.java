// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes out of the service's own words what belongs to people: the key, addresses, domains, and values that were read. */
final class Anonymiser {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\"'<>(),;:]+@[^\\s@\"'<>(),;]+");
    private static final Pattern DOMAIN = Pattern.compile("(?i)\\b(?:[a-z0-9-]+\\.)+(?!json\\b)[a-z]{2,}\\b");
    private static final Pattern UUID =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 3;

    private final String key;
    /** Longest first, so that no name leaves the rest of a longer one. */
    private final Set<String> values =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    Anonymiser(String key) {
        this.key = key;
    }

    /** Remembers the texts in a record that was read. */
    void learn(JsonNode record) {
        for (Map.Entry<String, JsonNode> each : record.properties()) {
            if (each.getValue().isContainerNode()) {
                learn(each.getValue());
            } else if (each.getValue().isTextual()
                    && each.getValue().textValue().length() >= SHORTEST_NAME) {
                values.add(each.getValue().textValue());
            }
        }
    }

    /** @return the text without personal data, cut to a readable length */
    String clean(String text) {
        String clean = text.replace(key, "KEY");
        clean = EMAIL.matcher(clean).replaceAll("person@example.com");
        for (String value : values) {
            clean = clean.replace(value, "NAME");
        }
        clean = UUID.matcher(clean).replaceAll("ID");
        clean = DOMAIN.matcher(clean).replaceAll("example.com").replaceAll("\\s+", " ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
