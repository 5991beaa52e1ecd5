// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * In each world that differs, the component's own tests for that behaviour pass with the lines that the doctor recommends there, and fail
 * without them; where it recommends none since the client adapts, they pass as they are.
 */
class RemediesTest {

    /** The client copes with these without an option; the line that the doctor may recommend spares it work. */
    private static final Set<Difference> COPED_WITH = EnumSet.of(
            Difference.FILTERS_ARE_IGNORED,
            Difference.NO_FILTER_BY_UPDATED_AT,
            Difference.NO_SORT_BY_UPDATED_AT,
            Difference.LIMIT_IS_CLAMPED,
            Difference.OPTIONS_ARE_SHOWN_BY_LABEL);

    @RegisterExtension
    static final OctolaneSimulatorExtension CRM = OctolaneSimulatorExtension.of(SampleCrm.builder());

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theDoctorFindsExactlyThatAndWithWhatItRecommendsTheComponentsOwnTestsPass(
            Difference world, OctolaneSimulator simulator) {
        SampleCrm.fill(simulator);
        simulator.world().differ(world);
        Run run = Run.check(simulator, "--write", "--yes", "--format=json");
        assertThat(run.ids(Verdict.DIFFERS)).as(run.out()).isEqualTo(world.assumptions());
        assertThat(run.exitCode()).isEqualTo(1);

        Set<String> lines = run.lines();
        String otherwise = Assumption.all().stream()
                .filter(each -> world.assumptions().contains(each.id()))
                .map(Assumption::otherwise)
                .reduce("", String::concat);
        if (otherwise.startsWith("release")) {
            assertThat(lines).isEmpty();
            return;
        }

        TestExecutionSummary with = ComponentTests.run(world.assumptions(), world, lines);

        assertThat(with.getTestsFailedCount())
                .as(() -> lines + " " + ComponentTests.failures(with))
                .isZero();
        assertThat(with.getTestsSucceededCount()).as(otherwise).isPositive().isEqualTo(with.getTestsFoundCount());
        if (lines.isEmpty()) {
            assertThat(otherwise.startsWith("adapts") || COPED_WITH.contains(world))
                    .as(otherwise)
                    .isTrue();
        } else {
            TestExecutionSummary without = ComponentTests.run(world.assumptions(), world, Set.of());
            assertThat(without.getTestsFailedCount() == 0)
                    .as("without %s", lines)
                    .isEqualTo(COPED_WITH.contains(world));
        }
    }
}
