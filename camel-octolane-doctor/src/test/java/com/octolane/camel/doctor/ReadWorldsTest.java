// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneWorld;
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
            assertThat(run.json().findValuesAsText("properties")).contains(line);
        }
    }

    static Stream<Arguments> worlds() {
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
