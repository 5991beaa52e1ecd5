// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.springboot.Options.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The starter has the options that the component has. Run with -Dstarter.write=true after changing them. */
class StarterSourcesTest {

    private static final Path GENERATED = Path.of("src", "generated");

    @Test
    void theClassHasTheOptionsOfTheComponent() throws IOException {
        assertThatFileIs(
                GENERATED.resolve(Path.of(
                        "java", "com", "octolane", "camel", "springboot", "OctolaneComponentConfiguration.java")),
                StarterSources.configurationClass(Options.all()));
    }

    @Test
    void theAdditionalMetadataIsThatOfTheOptions() throws IOException {
        assertThatFileIs(
                GENERATED.resolve(Path.of("resources", "META-INF", "additional-spring-configuration-metadata.json")),
                StarterSources.additionalMetadata(Options.all()));
    }

    private static void assertThatFileIs(Path file, String expected) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean("starter.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(text)
                .as("the component's options changed: run this test with -Dstarter.write=true, and commit %s", file)
                .isEqualTo(expected);
    }

    @Test
    void completionKnowsEachOptionWithDescriptionAndDefault() {
        Map<String, JsonNode> known = new TreeMap<>();
        StreamSupport.stream(
                        Options.json("/META-INF/spring-configuration-metadata.json")
                                .get("properties")
                                .spliterator(),
                        false)
                .forEach(each -> known.put(each.get("name").asText(), each));
        assertThat(known.remove("camel.component.octolane.enabled")
                        .path("description")
                        .asText())
                .isNotBlank();
        assertThat(known.remove("camel.component.octolane.customizer.enabled")
                        .path("description")
                        .asText())
                .isNotBlank();
        for (Option option : Options.all()) {
            JsonNode property = known.remove(option.property());
            assertThat(property).as(option.property()).isNotNull();
            assertThat(property.path("description").asText())
                    .as(option.property())
                    .isNotBlank()
                    .isEqualTo(option.text("description"));
            JsonNode expected = option.metadata().path("defaultValue");
            JsonNode actual = property.path("defaultValue");
            // a processor may write 0 for 0.0
            boolean same = expected.isNumber() && actual.isNumber()
                    ? expected.doubleValue() == actual.doubleValue()
                    : expected.asText().equals(actual.asText());
            assertThat(same).as("default of %s: %s", option.property(), actual).isTrue();
            assertThat(property.path("type").asText()).as(option.property()).isNotBlank();
        }
        assertThat(known).isEmpty();
    }

    @Test
    void completionKnowsTheWordsOfTextOptions() {
        JsonNode hints =
                Options.json("/META-INF/spring-configuration-metadata.json").get("hints");
        assertThat(hints.findValuesAsText("name")).contains("camel.component.octolane.emit");
        assertThat(hints.toString()).contains("newestFirst");
    }
}
