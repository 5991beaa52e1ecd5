// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each assumption that reads can test holds in the simulator's own world, and is found to differ in the opposite one. */
class ReadWorldsTest {

    private static final Set<String> READS = Set.of(
            "A-05", "A-08", "A-09", "A-10", "A-13", "A-16", "A-17", "A-18", "A-19", "A-20", "A-21", "A-22", "A-23",
            "A-24", "A-25", "A-26", "A-27", "A-28", "A-33", "A-36", "A-39", "A-40", "A-41", "A-42", "A-43");

    private final OctolaneSimulator simulator = SampleCrm.builder().start();

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

    @ParameterizedTest
    @EnumSource
    void theOppositeWorldShowsThatDifferenceWhereReadsCan(Difference way) {
        simulator.world().differ(way);
        Run run = Run.check(simulator, "--format=json");
        Set<String> seen = new TreeSet<>(way.assumptions());
        seen.retainAll(READS);
        seen.removeIf(id -> way == Difference.OPTIONS_ARE_TAKEN_BY_LABEL);
        assertThat(run.ids(Verdict.DIFFERS)).as(run.out()).isEqualTo(seen);
        assertThat(run.exitCode()).isEqualTo(seen.isEmpty() ? 0 : 1);
    }

    @Test
    void recordsWithoutTimestampsAreADifference() {
        simulator.world().omit("updated_at");
        assertThat(Run.check(simulator, "--format=json").ids(Verdict.DIFFERS)).containsExactly("A-42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIMIT_IS_CLAMPED|page-size = 100",
                "LARGE_LIMITS_ARE_REFUSED|page-size = 100",
                "RATE_LIMIT_HEADERS|requests-per-second = 1",
                "NO_FILTER_BY_KEY|match-on = name",
                "PREFIXED_FIELDS_OF_OPPORTUNITIES|opportunity-update-names.name = opportunity_name",
                "FILTERS_ARE_IGNORED|scan = newestFirst",
                "SORTS_ARE_IGNORED|scan = newestFirst",
            })
    void whereAnOptionHelpsThereIsALineForIt(Difference way, String line) {
        simulator.world().differ(way);
        assertThat(Run.check(simulator, "--format=json").lines()).contains("camel.component.octolane." + line);
    }

    /** What is assumed can be untrue in some world of the simulator, or the register says why nobody can see it. */
    @Test
    void eachAssumptionHasAnOppositeWorldOrAReasonWhyItIsNotTested() {
        Set<String> opposites = Stream.of(Difference.values())
                .flatMap(way -> way.assumptions().stream())
                .collect(Collectors.toSet());
        assertThat(Assumption.all())
                .allSatisfy(each ->
                        assertThat(opposites.contains(each.id())).as(each.id()).isEqualTo(each.untested() == null));
    }
}
