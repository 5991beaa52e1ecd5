// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The register of assumptions, the marks in the code, and the page of the docs say the same. */
class AssumptionsTest {

    private static final Path CODE = Path.of("src", "main", "java", "com", "octolane", "camel");
    private static final Path PAGE = Path.of("..", "docs", "assumptions.md");
    private static final Pattern MARK = Pattern.compile("// assumptions? (A-\\d\\d(?:, A-\\d\\d)*)");
    private static final Pattern ID = Pattern.compile("A-\\d\\d");
    private static final int UNKNOWNS = 35;

    private final JsonNode register = read("assumptions.json");

    private static JsonNode read(String name) {
        try {
            return new ObjectMapper()
                    .readTree(AssumptionsTest.class.getResource("/META-INF/com/octolane/camel/" + name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachMarkInTheCodeHasAnEntryAndEachEntryItsMarks() throws IOException {
        Set<String> told = new TreeSet<>();
        register.forEach(each ->
                each.get("classes").forEach(name -> told.add(each.get("id").asText() + " " + name.asText())));
        Set<String> marked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name =
                        CODE.relativize(file).toString().replace('\\', '/').replace(".java", "");
                MARK.matcher(Files.readString(file))
                        .results()
                        .flatMap(mark -> ID.matcher(mark.group(1)).results())
                        .map(MatchResult::group)
                        .forEach(id -> marked.add(id + " " + name));
            }
        }
        assertThat(marked).isEqualTo(told);
    }

    @Test
    void everyUnknownOfTheApiIsAnsweredOnce() {
        List<Integer> unknowns = new ArrayList<>();
        register.forEach(each -> {
            if (!each.get("unknown").isNull()) {
                unknowns.add(each.get("unknown").asInt());
                assertThat(each.get("id").asText())
                        .isEqualTo(String.format("A-%02d", each.get("unknown").asInt()));
            }
        });
        assertThat(unknowns)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, UNKNOWNS).boxed().toList());
        assertThat(register).extracting(each -> each.get("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void anEntryConcernsTheClientWithAClassOrSaysWhyItDoesNot() {
        for (JsonNode each : register) {
            String id = each.get("id").asText();
            assertThat(each.get("classes").isEmpty()).as(id).isEqualTo(each.has("noConcern"));
            for (String text :
                    each.has("noConcern") ? List.of("about", "noConcern") : List.of("about", "assumed", "why")) {
                assertThat(each.path(text).asText()).as(id + " " + text).isNotBlank();
            }
            assertThat(each.get("otherwise").asText()).as(id).matches("(?s)(adapts|option|release): .+|none");
        }
    }

    @Test
    void anOptionThatTheRegisterNamesExists() {
        JsonNode options = read("octolane.json").get("componentProperties");
        for (JsonNode each : register) {
            if (each.has("option")) {
                assertThat(options.has(each.get("option").asText()))
                        .as(each.toString())
                        .isTrue();
            } else {
                assertThat(each.get("otherwise").asText()).doesNotStartWith("option");
            }
        }
    }

    /** Run with -Ddocs.write=true to write the page. */
    @Test
    void thePageOfTheDocsIsThatOfTheRegister() throws IOException {
        String text = Files.readString(PAGE);
        String expected = page();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(text).isEqualTo(expected);
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # What is assumed about the API

                Nobody who builds this can reach the live service, and half of its behaviour is not documented. Where the documentation is silent, this is
                what the component assumes, and where. [The doctor](doctor.md) tells with a real key which of it holds.

                The last column says what happens where the service does otherwise: the client *adapts*, an *option* changes it, or it takes a new *release*.
                This page is written from `assumptions.json` in the component.

                | id | about | assumed | why | where | otherwise |
                | --- | --- | --- | --- | --- | --- |
                """);
        StringBuilder others = new StringBuilder();
        for (JsonNode each : register) {
            if (each.has("noConcern")) {
                others.append("- ").append(each.get("id").asText()).append(", ");
                others.append(each.get("about").asText()).append(": ");
                others.append(each.get("noConcern").asText()).append(".\n");
                continue;
            }
            List<String> classes = new ArrayList<>();
            each.get("classes").forEach(name -> classes.add('`' + name.asText() + '`'));
            page.append("| ").append(each.get("id").asText());
            for (String column : List.of("about", "assumed", "why")) {
                page.append(" | ").append(each.get(column).asText());
            }
            page.append(" | ").append(String.join(", ", classes));
            page.append(" | ").append(each.get("otherwise").asText()).append(" |\n");
        }
        return page.append("\nOpen, and of no concern to the client:\n\n")
                .append(others)
                .toString();
    }
}
