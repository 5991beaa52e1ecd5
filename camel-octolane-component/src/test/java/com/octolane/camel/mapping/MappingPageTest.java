// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.OctolaneObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** The page about mapping has every name of the Salesforce preset and every type. */
class MappingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "mapping.md");

    /** Run with -Ddocs.write=true to write the table. */
    @Test
    void theTableOfTheSalesforcePresetIsThatOfTheCode() throws IOException {
        String text = Files.readString(PAGE);
        StringBuilder table = new StringBuilder("| object | field | in Salesforce |\n| --- | --- | --- |\n");
        for (OctolaneObject object : OctolaneObject.values()) {
            Map<String, List<String>> byField = new LinkedHashMap<>();
            SalesforceNames.spellings(object)
                    .forEach((spelling, field) -> byField.computeIfAbsent(field, f -> new ArrayList<>())
                            .add("`" + spelling + "`"));
            byField.forEach((field, spellings) -> table.append("| ")
                    .append(object)
                    .append(" | `")
                    .append(field)
                    .append("` | ")
                    .append(String.join(", ", spellings))
                    .append(" |\n"));
        }
        String expected = text.replaceAll(
                "(?s)(<!-- salesforce -->\n).*?(<!-- end -->)",
                "$1" + Matcher.quoteReplacement(table.toString()) + "$2");
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(text).contains("<!-- salesforce -->").isEqualTo(expected);
    }

    @Test
    void eachTypeOfAFieldHasItsConversion() throws IOException {
        String page = Files.readString(PAGE);
        String conversions = page.substring(page.indexOf("Conversions:"));
        for (FieldType type : FieldType.values()) {
            assertThat(conversions.lines().filter(line -> line.startsWith("| ")))
                    .as(type.name())
                    .anyMatch(line -> line.substring(0, line.indexOf(" | ")).matches(".*\\b" + type + "\\b.*"));
        }
    }
}
