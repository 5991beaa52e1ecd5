// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.simulator.BulkAnswerShape;
import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneWorld;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only writes can test, in the simulator's own world and in the opposite ones; and what is left behind. */
class WriteWorldsTest {

    private static final Set<String> WRITES = Set.of(
            "A-01", "A-02", "A-03", "A-04", "A-06", "A-07", "A-10", "A-11", "A-12", "A-25", "A-32", "A-37", "A-38");

    private final OctolaneSimulator simulator = OctolaneSimulator.builder().start();

    @BeforeEach
    void fill() {
        SampleCrm.fill(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void whatWritesCanTestHoldsInTheUsualWorldAndAllThatWasWrittenIsListed() {
        Set<String> before = ids();
        Run run = Run.check(simulator, "--write", "--yes", "--format=json");
        assertThat(run.ids(Verdict.DIFFERS)).as(run.out()).isEmpty();
        assertThat(run.ids(Verdict.HOLDS)).containsAll(WRITES);
        assertThat(run.exitCode()).isZero();

        Set<String> made = ids();
        made.removeAll(before);
        Set<String> listed = new TreeSet<>();
        for (JsonNode each : run.json().path("written")) {
            if (!each.path("id").isNull()) {
                listed.add(each.path("object").asText() + " " + each.path("id").asText());
            }
        }
        assertThat(made).hasSize(12);
        made.removeIf(each -> each.startsWith("activities"));
        assertThat(listed).isEqualTo(made);
        assertThat(simulator.records("accounts").toString()).contains("camel-octolane-doctor");
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (String object : new String[] {"accounts", "contacts", "opportunities", "notes", "activities"}) {
            simulator.records(object).forEach(each -> ids.add(object + " " + each.get("id")));
        }
        return ids;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void theOppositeWorldShowsExactlyThatDifference(String name, Consumer<OctolaneWorld> bend, Set<String> differing) {
        bend.accept(simulator.world());
        Run run = Run.check(simulator, "--write", "--yes", "--format=json");
        assertThat(run.ids(Verdict.DIFFERS)).as(run.out()).isEqualTo(differing);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    static Stream<Arguments> worlds() {
        return Stream.concat(
                Map.of(
                                Difference.ID_UNDER_ANOTHER_NAME, "A-01",
                                Difference.CREATES_OVERWRITE, "A-03",
                                Difference.CUSTOM_VALUES_BY_SLUG, "A-04",
                                Difference.CUSTOM_VALUES_BY_PROPERTY_NAME, "A-04",
                                Difference.NOTES_NEED_CONTENT, "A-06",
                                Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES, "A-10",
                                Difference.NULLS_ARE_IGNORED, "A-11",
                                Difference.STAGE_NAMES_ARE_CASE_SENSITIVE, "A-32")
                        .entrySet()
                        .stream()
                        .map(each -> world(each.getKey().name(), w -> w.differ(each.getKey()), each.getValue())),
                Stream.of(
                        world("rows are not named", w -> w.rowIndexInErrors(false), "A-38"),
                        world("no data", w -> w.bulkAnswers(BulkAnswerShape.NO_DATA), "A-02"),
                        world("another order", w -> w.bulkAnswers(BulkAnswerShape.SHUFFLED), "A-02"),
                        world(
                                "good rows are kept",
                                w -> w.bulkAnswers(BulkAnswerShape.ROW_STATUS_LIST),
                                "A-12",
                                "A-37"),
                        world(
                                "results of rows",
                                w -> w.bulkAnswers(BulkAnswerShape.PARTIAL_RESULTS_WITH_INDEX),
                                "A-02",
                                "A-12",
                                "A-37")));
    }

    private static Arguments world(String name, Consumer<OctolaneWorld> bend, String... differing) {
        return Arguments.of(name, bend, Set.of(differing));
    }

    @Test
    void nothingIsAskedBeforeTheAnswerIsYes() {
        InputStream input = System.in;
        try {
            System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
            Run run = Run.check(simulator, "--write");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("6 accounts", "Type yes to go on:", "Not confirmed");
            assertThat(simulator.wireMock().getAllServeEvents()).isEmpty();

            System.setIn(new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(Run.check(simulator, "--write").out()).contains("to be removed by hand");
        } finally {
            System.setIn(input);
        }
    }

    @Test
    void aRunThatEndsEarlyListsWhatItWrote() {
        simulator
                .wireMock()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/v1/notes")
                        .willReturn(com.github.tomakehurst.wiremock.client.WireMock.unauthorized()));
        Run run = Run.check(simulator, "--write", "--yes", "--format=json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.json().path("written")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(run.ids(Verdict.HOLDS)).contains("A-01", "A-37").doesNotContain("A-06", "A-11");
    }

    @Test
    void aWriteWhoseOutcomeNobodyKnowsIsListedToo() {
        simulator.faults().on("POST", path -> path.equals("/v1/notes")).next(Fault.RESET_AFTER_WRITE);
        Run run = Run.check(simulator, "--write", "--yes");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(simulator.count("notes")).isEqualTo(1);
        assertThat(run.out()).contains("notes of unknown id (perhaps: the service did not answer");
    }

    @Test
    void withoutAPipelineNothingIsWritten() {
        Run run = Run.of("check", "--api-key=k", "--base-url=" + simulator.baseUrl(), "--write", "--yes");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--write needs --pipeline ID");
        assertThat(simulator.wireMock().getAllServeEvents()).isEmpty();
    }
}
