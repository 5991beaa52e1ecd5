// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.benchmarks.Target.Seen;
import com.octolane.camel.benchmarks.read.OctolaneListed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One scenario with a few records, through all that a real run goes through. */
class RunnerTest extends WithStub {

    @TempDir
    Path folder;

    @Test
    void aRunLeavesATableAndAChart() throws Exception {
        Scenario scenario = Scenarios.named(List.of("create")).get(0);
        List<Seen> rounds = new Runner(stub, 0.001).run(scenario);
        Report report = new Report(folder);
        report.add(scenario, rounds);
        report.write("A smoke run.");

        assertThat(folder.resolve("results.md"))
                .content()
                .contains("A smoke run.", "![`create`, 16 callers, 0 ms a call](create.svg)")
                .containsPattern("(?m)^\\| \\(b\\) (\\| [0-9.,]+ \\([0-9.,]+\\) ){2}\\|");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Files.newInputStream(folder.resolve("create.svg")))
                        .getElementsByTagName("rect")
                        .getLength())
                .as("a ground and two bars for each subject")
                .isEqualTo(7);
    }

    @Test
    void aSubjectThatFailsEndsTheRunWithWhatItPrinted() throws Exception {
        Scenario tooFew = Scenario.named("too-few", "More are asked for than there are")
                .stub("records", 10)
                .run("(b)", OctolaneListed.class, 0, 1_000_000)
                .build();
        assertThatThrownBy(() -> new Runner(stub, 0.001).run(tooFew)).hasMessageContaining("10 records came");
    }

    @Test
    void aScenarioThatDoesNotExistIsNamedBesideThoseThatDo() {
        assertThatThrownBy(() -> Scenarios.named(List.of("creat")))
                .hasMessageContaining("creat,")
                .hasMessageContaining("bulk-create");
    }
}
