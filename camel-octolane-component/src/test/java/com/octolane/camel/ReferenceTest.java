// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.mapping.Field;
import com.octolane.camel.mapping.FieldTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the docs are those of the metadata and of the code. */
class ReferenceTest {

    @Test
    void theMessagesOfTheTroubleshootingPageAreThoseOfTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                // texts that were cut over several lines
                code.append(Files.readString(source).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        Matcher message = Pattern.compile("`([^`]{9,})`")
                .matcher(Files.readAllLines(Pages.DOCS.resolve("troubleshooting.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(0, line.indexOf(" | ")))
                        .reduce("", (all, line) -> all + line + "\n"));
        int messages = 0;
        while (message.find()) {
            messages++;
            assertThat(code).contains(message.group(1));
        }
        assertThat(messages).isGreaterThan(20);
    }

    @Test
    void thePageOfErrorsHasEachException() throws IOException {
        String page = Files.readString(Pages.DOCS.resolve("errors.md"));
        List<String> classes =
                Pages.files(file -> file.toString().matches(".*/src/main/.*/Octolane\\w*Exception\\.java")).stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .toList();
        assertThat(classes).hasSize(10);
        assertThat(page.lines().filter(line -> line.startsWith("| `Octolane")))
                .extracting(line -> line.replaceFirst("^\\| `(\\w+)`.*", "$1"))
                .containsExactlyInAnyOrderElementsOf(classes);
    }

    /** Run with -Ddocs.write=true to write the tables. */
    @Test
    void theReferenceTablesAreThoseOfTheMetadata() throws IOException {
        Path page = Pages.DOCS.resolve("component.md");
        String text = Files.readString(page);
        JsonNode metadata = new ObjectMapper()
                .readTree(ReferenceTest.class.getResource("/META-INF/com/octolane/camel/octolane.json"));
        String expected = text;
        for (String part : List.of("properties", "headers")) {
            String table = table(metadata.get(part));
            expected = expected.replaceAll(
                    "(?s)(<!-- " + part + " -->\n).*?(\n<!-- end -->)", "$1" + Matcher.quoteReplacement(table) + "$2");
        }
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(text).contains("<!-- properties -->").isEqualTo(expected);
    }

    /** Run with -Ddocs.write=true to write the table. */
    @Test
    void theTableOfFieldsIsThatOfTheCode() throws IOException {
        Path page = Pages.DOCS.resolve("mapping.md");
        String text = Files.readString(page);
        StringBuilder table = new StringBuilder(
                "| object | field | type | required | other spellings |\n| --- | --- | --- | --- | --- |");
        for (OctolaneObject object : OctolaneObject.values()) {
            for (Field field : FieldTable.of(object).fields()) {
                table.append("\n| ")
                        .append(object)
                        .append(" | `")
                        .append(field.name())
                        .append("` | ")
                        .append(field.type())
                        .append(" | ")
                        .append(field.required() ? "yes" : "")
                        .append(" | ")
                        .append(String.join(", ", field.aliases()))
                        .append(" |");
            }
        }
        String expected = text.replaceAll("(?s)(<!-- fields -->\n).*?(<!-- end -->)", "$1" + table + "\n$2");
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(text).contains("<!-- fields -->").isEqualTo(expected);
    }

    private static String table(JsonNode properties) {
        StringBuilder table =
                new StringBuilder("| name | type | default | group | what it does |\n| --- | --- | --- | --- | --- |");
        properties.properties().forEach(each -> {
            JsonNode value = each.getValue();
            String type = value.has("enum")
                    ? String.join(" \\| ", names(value.get("enum")))
                    : simple(value.path("javaType").asText());
            table.append("\n| `")
                    .append(each.getKey())
                    .append("` | ")
                    .append(type)
                    .append(" | ")
                    .append(value.path("defaultValue").asText(""))
                    .append(" | ")
                    .append(value.path("label").asText("common"))
                    .append(" | ")
                    .append(value.path("description").asText().replace("|", "\\|"))
                    .append(" |");
        });
        return table.toString();
    }

    private static List<String> names(JsonNode values) {
        List<String> names = new ArrayList<>();
        values.forEach(each -> names.add(each.asText()));
        return names;
    }

    private static String simple(String type) {
        return type.replaceAll("(\\w+\\.)+", "").replaceAll("<.*>", "");
    }
}
