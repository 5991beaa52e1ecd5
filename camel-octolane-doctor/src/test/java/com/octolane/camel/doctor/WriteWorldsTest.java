// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only writes can test, in the simulator's own world; and what is left behind. */
class WriteWorldsTest {

    private static final Set<String> WRITES = Set.of(
            "A-01", "A-02", "A-03", "A-04", "A-05", "A-06", "A-07", "A-10", "A-11", "A-12", "A-25", "A-32", "A-37",
            "A-38");

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
        assertThat(made).hasSize(13);
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
