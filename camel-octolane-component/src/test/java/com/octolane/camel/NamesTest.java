// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.mapping.Field;
import com.octolane.camel.mapping.FieldTable;
import com.octolane.camel.simulator.OctolaneOpenApi;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names that stand in code format on a page are spelt as in the field tables, the metadata or the code. */
class NamesTest {

    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PROPERTY = Pattern.compile("camel\\.component\\.octolane\\.([A-Za-z-]+)");

    /** Custom fields, columns, metrics and answers of the examples. */
    private static final Set<String> OF_EXAMPLES = Set.of(
            "deal_id",
            "salesforce_id",
            "text_123",
            "octolane_error",
            "octolane_position",
            "record_key",
            "octolane_calls_total",
            "octolane_retries_total",
            "octolane_rate_limited_total",
            "camel_route_policy_seconds",
            "contactId");

    /** The id of an answer in older generations of the API's pages, see assumption A-01. */
    private static final Set<String> OLDER_IDS = Set.of("company_id", "people_id", "opportunity_id", "note_id");

    /** Names of Camel that no file here uses. */
    private static final Set<String> OF_CAMEL =
            Set.of("devConsoleEnabled", "useMdcLogging", "logHttpActivity", "wireTap");

    /** What pages show as another spelling, or as a wrong one. */
    private static final Set<String> ON_PURPOSE = Set.of("dealSize", "api-kye");

    private static final Set<String> FIELDS = new HashSet<>();
    private static final Set<String> OPTIONS = new HashSet<>();
    private static final Set<String> WORDS_OF_CODE = new HashSet<>();
    private static String code = "";

    /** A word in code format. */
    private record Told(Path page, String word) {

        @Override
        public String toString() {
            return Pages.ROOT.relativize(page) + ": " + word;
        }
    }

    @BeforeAll
    static void readWhatThereIs() throws IOException {
        for (OctolaneObject object : OctolaneObject.values()) {
            FieldTable.of(object).fields().stream().map(Field::name).forEach(FIELDS::add);
        }
        addNames(OctolaneOpenApi.load(), FIELDS);
        JsonNode metadata =
                new ObjectMapper().readTree(NamesTest.class.getResource("/META-INF/com/octolane/camel/octolane.json"));
        for (String part : List.of("properties", "componentProperties", "headers")) {
            metadata.get(part).fieldNames().forEachRemaining(OPTIONS::add);
        }
        metadata.get("properties")
                .findValues("enum")
                .forEach(values -> values.forEach(each -> OPTIONS.add(each.asText())));
        StringBuilder all = new StringBuilder();
        for (Path file : Pages.files(each -> !each.toString().matches(".*\\.(md|png|svg|jar)"))) {
            WORDS_OF_CODE.add(file.getFileName().toString().replaceFirst("[.].*", ""));
            // its exceptions are no proof that a name is there
            if (!file.endsWith("NamesTest.java")) {
                all.append(textOf(file)).append('\n');
            }
        }
        WORD.matcher(all).results().map(MatchResult::group).forEach(WORDS_OF_CODE::add);
        code = all.toString().replaceAll("[.-]", "_").toLowerCase(Locale.ROOT);
    }

    private static void addNames(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(each -> {
            if (each.isTextual()) {
                names.add(each.asText());
            }
            addNames(each, names);
        });
    }

    private static String textOf(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return "";
        }
    }

    private static List<Told> told() throws IOException {
        List<Told> told = new ArrayList<>();
        for (Path page : Pages.all()) {
            SPAN.matcher(Pages.prose(page))
                    .results()
                    .flatMap(span -> WORD.matcher(span.group(1)).results())
                    .map(word -> new Told(page, word.group()))
                    .filter(each -> !ON_PURPOSE.contains(each.word()))
                    .filter(each -> !OF_EXAMPLES.contains(each.word()))
                    .forEach(told::add);
        }
        assertThat(told).hasSizeGreaterThan(1000);
        return told;
    }

    @Test
    void aNameWithUnderscoresIsAFieldAParameterOrAnOperatorOfTheApi() throws IOException {
        assertThat(told())
                .filteredOn(each -> each.word().matches("[a-z][a-z0-9]*(_[a-z0-9]+)+"))
                .filteredOn(each -> !FIELDS.contains(each.word()) && !OLDER_IDS.contains(each.word()))
                .isEmpty();
    }

    @Test
    void noNameOfAFieldOrOptionIsSpeltInAnotherWay() throws IOException {
        Set<String> known = new HashSet<>(FIELDS);
        known.addAll(OPTIONS);
        Set<String> compounds = known.stream()
                .filter(each -> each.matches("[a-z].*(_|[A-Z]).*"))
                .map(NamesTest::withoutJoints)
                .collect(Collectors.toSet());
        assertThat(told())
                .filteredOn(each -> Character.isLowerCase(each.word().charAt(0)))
                .filteredOn(each -> compounds.contains(withoutJoints(each.word())) && !known.contains(each.word()))
                .isEmpty();
    }

    @Test
    void aNameOfSeveralWordsIsThereInTheCode() throws IOException {
        assertThat(told())
                .filteredOn(each -> each.word().matches(".*([a-z0-9][A-Z]|_).*"))
                .filteredOn(each -> !WORDS_OF_CODE.contains(each.word()) && !OF_CAMEL.contains(each.word()))
                // an environment variable stands for a property, such as kafka.topic
                .filteredOn(each -> !each.word().matches("[A-Z0-9_]+")
                        || !code.contains(each.word().toLowerCase(Locale.ROOT)))
                .isEmpty();
    }

    @Test
    void eachPropertyOfTheComponentIsOneOfItsOptions() throws IOException {
        Set<String> dashed = OPTIONS.stream()
                .map(each -> each.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        // of the Spring Boot starter: whether it sets anything, and the bean with all options
        dashed.addAll(Set.of("enabled", "configuration"));
        Set<String> unknown = new TreeSet<>();
        int properties = 0;
        for (Path page : Pages.all()) {
            for (MatchResult each :
                    PROPERTY.matcher(Files.readString(page)).results().toList()) {
                properties++;
                if (!dashed.contains(each.group(1)) && !ON_PURPOSE.contains(each.group(1))) {
                    unknown.add(new Told(page, each.group(1)).toString());
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(properties).isGreaterThan(20);
    }

    private static String withoutJoints(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
