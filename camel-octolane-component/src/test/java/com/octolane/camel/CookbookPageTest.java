// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CookbookPageTest {

    /** Run with -Ddocs.write=true to write the blocks. */
    @Test
    void theRecipesOfTheCookbookAreTheFilesThatItsTestsRun() throws IOException {
        CookbookPage page = CookbookPage.read();
        CookbookPage expected = page.filled();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(CookbookPage.PAGE, expected.text());
        }
        assertThat(page.text()).as("-Ddocs.write=true writes it").isEqualTo(expected.text());
        assertThat(page.blocksOfItsOwn()).isZero();
        assertThat(page.recipes()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Recipe.all());

        StringBuilder tests = new StringBuilder();
        for (String name : List.of("Writing", "Reading", "Failures")) {
            Path test = Path.of("src", "test", "java", "com", "octolane", "camel", "Cookbook" + name + "Test.java");
            tests.append(Files.readString(test));
        }
        for (Recipe recipe : page.recipes()) {
            assertThat(tests).containsPattern("start\\(dsl, [^;]*\"" + recipe.name() + '"');
        }
    }

    @Test
    void thePageNamesTheSettingsOfAllRecipesAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Recipe recipe : CookbookPage.read().recipes()) {
            for (Path file : List.of(recipe.yaml(), recipe.xml(), recipe.java())) {
                Pattern.compile("\\{\\{([^}:?]+)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(setting -> used.add(setting.group(1)));
            }
        }
        Properties named = new Properties();
        named.load(Files.newBufferedReader(Recipe.RESOURCES.resolve("docs/cookbook/settings.properties")));

        used.add("camel.component.octolane.api-key");
        assertThat(named.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }
}
