// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages show to be copied stands in a file that a test runs, and commands name what is there. */
class SnippetsTest {

    private static final Set<String> LANGUAGES = Set.of("yaml", "java", "xml", "properties", "json");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern MODULES = Pattern.compile("(?m)^\\s*\\S*mvnw .*?-pl (\\S+)");
    private static final Pattern PROFILE = Pattern.compile("(?m)^\\s*\\S*mvnw .*?-P(\\w+)");

    @Test
    void eachSnippetStandsInAFileOfTheBuild() throws IOException {
        List<String> files = new ArrayList<>();
        for (Path file : Pages.files(each ->
                each.toString().matches(".*/src/.*\\.(yaml|java|xml|properties|json)") || each.endsWith("pom.xml"))) {
            files.add(lines(Files.readString(file)));
        }
        List<Pages.Block> lost = new ArrayList<>();
        int snippets = 0;
        for (Path page : Pages.all()) {
            for (Pages.Block block : Pages.blocks(page)) {
                if (LANGUAGES.contains(block.language()) && !isDependency(block)) {
                    snippets++;
                    if (files.stream().noneMatch(file -> has(file, block.text()))) {
                        lost.add(block);
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(snippets).isGreaterThan(20);
    }

    @Test
    void eachRouteOfTheDocsIsShownOnAPage() throws IOException {
        StringBuilder shown = new StringBuilder();
        for (Path page : Pages.all()) {
            Pages.blocks(page).forEach(block -> shown.append(lines(block.text())));
        }
        for (Path route : Pages.files(each -> each.toString().matches(".*/src/test/resources/docs/[^/]*\\.yaml"))) {
            assertThat(shown.indexOf(lines(Files.readString(route))))
                    .as(route.toString())
                    .isNotNegative();
        }
    }

    @Test
    void eachDependencyIsAPublishedArtifactInTheVersionOfTheBuild() throws IOException {
        String bom = Files.readString(Pages.ROOT.resolve("camel-octolane-bom").resolve("pom.xml"));
        Set<String> published = ARTIFACT.matcher(bom.substring(bom.indexOf("<dependencies>")))
                .results()
                .map(artifact -> artifact.group(1))
                .collect(Collectors.toSet());
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(bom);
        assertThat(version.find()).isTrue();
        int dependencies = 0;
        for (Path page : Pages.all()) {
            for (Pages.Block block : Pages.blocks(page)) {
                if (isDependency(block)) {
                    dependencies++;
                    Matcher artifact = ARTIFACT.matcher(block.text());
                    assertThat(artifact.find()).isTrue();
                    assertThat(published).as(page.toString()).contains(artifact.group(1));
                    assertThat(block.text())
                            .as(page.toString())
                            .contains("<groupId>com.octolane.camel</groupId>", version.group());
                }
            }
        }
        assertThat(dependencies).isGreaterThan(3);
    }

    @Test
    void eachCommandNamesModulesAndProfilesThatThereAre() throws IOException {
        StringBuilder poms = new StringBuilder();
        for (Path pom : Pages.files(file -> file.endsWith("pom.xml"))) {
            poms.append(Files.readString(pom));
        }
        List<String> wrong = new ArrayList<>();
        int commands = 0;
        for (Path page : Pages.all()) {
            String text = Files.readString(page).replace("\\\n", " ");
            for (MatchResult modules : MODULES.matcher(text).results().toList()) {
                for (String module : modules.group(1).split(",")) {
                    commands++;
                    if (!Files.exists(Pages.ROOT.resolve(module).resolve("pom.xml"))) {
                        wrong.add(page + ": " + module);
                    }
                }
            }
            for (MatchResult profile : PROFILE.matcher(text).results().toList()) {
                if (poms.indexOf("<id>" + profile.group(1) + "</id>") < 0) {
                    wrong.add(page + ": " + profile.group(1));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(commands).isGreaterThan(10);
    }

    /** Where a line leaves work to the reader, the file may do that work; and behind the last statement it may go on. */
    private static boolean has(String file, String text) {
        return Stream.of(text.split("(?<=// run your route[^\n]{0,99}\n)"))
                .allMatch(part -> file.contains(lines(part).replaceFirst("(\\n})+\\n$", "\n")));
    }

    private static boolean isDependency(Pages.Block block) {
        return block.text().startsWith("<dependency>");
    }

    /** The lines without indentation; empty ones and the licence header are left out. */
    private static String lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.contains("SPDX-License-Identifier"))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
