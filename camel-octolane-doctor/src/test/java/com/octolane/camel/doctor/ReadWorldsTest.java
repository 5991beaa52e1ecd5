// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneWorld;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each assumption that reads can test holds in the simulator's own world, and is found to differ in the opposite one. */
class ReadWorldsTest {

    private static final Set<String> READS = Set.of(
            "A-08", "A-09", "A-10", "A-13", "A-16", "A-17", "A-18", "A-19", "A-20", "A-21", "A-22", "A-23", "A-24",
            "A-25", "A-26", "A-27", "A-28", "A-33", "A-35", "A-36", "A-39", "A-40", "A-41", "A-42", "A-43");

    /** The assumption whose opposite a way of differing is. */
    private static final Map<Difference, String> OPPOSITES = Map.ofEntries(
            Map.entry(Difference.PIPELINES_ARE_LISTED, "A-08"),
            Map.entry(Difference.NO_FILTER_BY_ID, "A-09"),
            Map.entry(Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES, "A-10"),
            Map.entry(Difference.RATE_LIMIT_HEADERS, "A-13"),
            Map.entry(Difference.LIMIT_IS_IGNORED, "A-16"),
            Map.entry(Difference.LIMIT_IS_CLAMPED, "A-17"),
            Map.entry(Difference.CURSORS_FIT_ANY_QUERY, "A-18"),
            Map.entry(Difference.OPPORTUNITIES_SORT_BY_TIME_ONLY, "A-20"),
            Map.entry(Difference.SORTS_ARE_OBJECTS, "A-21"),
            Map.entry(Difference.FEWER_OPERATORS, "A-22"),
            Map.entry(Difference.EMPTY_NEEDS_A_VALUE, "A-23"),
            Map.entry(Difference.UNKNOWN_FILTERS_ARE_IGNORED, "A-24"),
            Map.entry(Difference.DATES_OF_OPPORTUNITIES_AS_TEXT, "A-25"),
            Map.entry(Difference.NEW_FIELD_TYPE, "A-26"),
            Map.entry(Difference.ERRORS_AS_LIST, "A-27"),
            Map.entry(Difference.ERRORS_WITH_STATUS_200, "A-28"),
            Map.entry(Difference.QUERY_IS_IGNORED, "A-33"),
            Map.entry(Difference.RECORDS_UNDER_ITEMS, "A-36"),
            Map.entry(Difference.FIELDS_AS_BARE_LIST, "A-39"),
            Map.entry(Difference.NO_FILTER_BY_KEY, "A-40"),
            Map.entry(Difference.NO_DATE_HEADER, "A-41"),
            Map.entry(Difference.TIMESTAMPS_AS_NUMBERS, "A-42"));

    private static final Map<Difference, String> LINES = Map.of(
            Difference.LIMIT_IS_CLAMPED, "camel.component.octolane.page-size = 100",
            Difference.RATE_LIMIT_HEADERS, "camel.component.octolane.requests-per-second = 1",
            Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES,
                    "camel.component.octolane.field-mapping.name = opportunity_name");

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
    void whatReadsCanTestHoldsInTheUsualWorld() {
        Run run = Run.check(simulator, "--format=json");
        assertThat(run.ids(Verdict.DIFFERS)).as(run.out()).isEmpty();
        assertThat(run.ids(Verdict.HOLDS)).containsAll(READS);
        assertThat(run.exitCode()).isZero();
        assertThat(simulator.count("accounts")).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void theOppositeWorldShowsExactlyThatDifference(
            String name, Consumer<OctolaneWorld> bend, Set<String> differing, String line) {
        bend.accept(simulator.world());
        Run run = Run.check(simulator, "--format=json");
        assertThat(run.ids(Verdict.DIFFERS)).as(run.out()).isEqualTo(differing);
        assertThat(run.exitCode()).isEqualTo(1);
        if (line != null) {
            assertThat(run.lines()).contains(line);
        }
    }

    static Stream<Arguments> worlds() {
        return Stream.concat(
                switches(),
                Arrays.stream(Difference.values())
                        .filter(OPPOSITES::containsKey)
                        .map(way -> world(way.name(), w -> w.differ(way), Set.of(OPPOSITES.get(way)), LINES.get(way))));
    }

    private static Stream<Arguments> switches() {
        return Stream.of(
                world("filters are ignored", w -> w.ignoreFilter(true), Set.of("A-43"), Lines.NEWEST_FIRST),
                world("sorts are ignored", w -> w.ignoreSort(true), Set.of("A-19"), Lines.NEWEST_FIRST),
                world(
                        "updated_at is no filter",
                        w -> w.refuseUpdatedAtFilter(true),
                        Set.of("A-43"),
                        Lines.NEWEST_FIRST),
                world("updated_at does not sort", w -> w.refuseUpdatedAtSort(true), Set.of("A-19"), Lines.NEWEST_FIRST),
                world("timestamps are missing", w -> w.omit("updated_at"), Set.of("A-42"), null));
    }

    private static Arguments world(String name, Consumer<OctolaneWorld> bend, Set<String> differing, String line) {
        return Arguments.of(name, bend, differing, line);
    }
}
