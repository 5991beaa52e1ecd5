// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command: what it is given, what it answers, and what it keeps to itself. */
class DoctorTest {

    private static final String KEY = "oct_live_5ecret";

    private final OctolaneSimulator simulator = SampleCrm.builder().apiKey(KEY).start();

    @BeforeEach
    void fill() {
        SampleCrm.fill(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private int requests() {
        return simulator.wireMock().getAllServeEvents().size();
    }

    @Test
    void withoutAKeyNothingIsAsked() {
        Run run = Run.of("check", "--api-key=", "--base-url=" + simulator.baseUrl());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualToIgnoringNewLines("There is no key: set OCTOLANE_API_KEY, or give --api-key.");
        assertThat(requests()).isZero();
    }

    @Test
    void aRefusedKeyEndsTheRunAfterOneRequest() {
        Run run = Run.of("check", "--api-key=wrong", "--base-url=" + simulator.baseUrl());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The key was refused (401): nothing more was asked.");
        assertThat(run.out()).contains("0 hold, 0 differ");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsRevokedDuringTheRunKeepsWhatIsKnown() {
        simulator
                .wireMock()
                .stubFor(any(urlPathEqualTo("/v1/accounts/fields"))
                        .willReturn(aResponse().withStatus(401)));
        Run run = Run.check(simulator, "--format=json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.ids(Verdict.HOLDS)).contains("A-19", "A-36", "A-43");
        assertThat(run.ids(Verdict.NOT_TESTED)).contains("A-39", "A-13");
        assertThat(run.json().path("stopped").asText()).contains("401");
    }

    @Test
    void anotherServiceIsTold() {
        simulator.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withBody("<html>Welcome</html>")));
        assertThat(Run.check(simulator).err()).contains("The base URL is no Octolane API");
        simulator
                .wireMock()
                .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("not here")));
        Run run = Run.check(simulator);
        assertThat(run.err()).contains("The base URL is no Octolane API: it answers 404");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void anAddressThatCannotBeIsTold() {
        for (String url : new String[] {"ftp://x", "http://api.octolane.com/v1", "http://localhost:1/v1"}) {
            Run run = Run.of("check", "--api-key=" + KEY, "--base-url=" + url);
            assertThat(run.exitCode()).as(url).isEqualTo(2);
            assertThat(run.err())
                    .as(url)
                    .containsAnyOf("baseUrl", "did not answer")
                    .doesNotContain(KEY, "at com.");
        }
    }

    @Test
    void aPipelineThatIsNotThereIsTold() {
        assertThat(Run.of("check", "--api-key=" + KEY, "--pipeline=sales").exitCode())
                .isEqualTo(2);
        Run run = Run.of(
                "check", "--api-key=" + KEY, "--base-url=" + simulator.baseUrl(), "--pipeline=" + UUID.randomUUID());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no such pipeline for this key").doesNotContain("at com.");
    }

    @Test
    void noFormTellsTheKeyOrAnybodysName() {
        // the worst a service can do: it repeats the key and a customer in its errors
        simulator
                .wireMock()
                .stubFor(any(urlPathEqualTo("/v1/contacts/fields"))
                        .willReturn(badRequest()
                                .withBody("{\"success\":false,\"message\":\"" + KEY + " may not see " + SampleCrm.NAME
                                        + "0 of frieda@" + SampleCrm.DOMAIN + " at " + SampleCrm.DOMAIN + "\"}")));
        for (ReportFormat format : ReportFormat.values()) {
            Run run = Run.check(simulator, "--format=" + format);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("A-39", "may not see NAME of person@example.com at NAME");
            assertThat(run.out() + run.err())
                    .doesNotContain(KEY, SampleCrm.NAME, "Frieda", "frieda", SampleCrm.DOMAIN, "wolkenkratzer");
        }
    }

    @Test
    void aServiceThatFailsOnceLeavesOneQuestionOpen() {
        simulator
                .wireMock()
                .stubFor(any(urlPathEqualTo("/v1/pipelines"))
                        .willReturn(aResponse().withStatus(500)));
        Run run = Run.check(simulator, "--format=json");
        assertThat(run.ids(Verdict.NOT_TESTED)).contains("A-08");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aRateLimitIsKeptTo() {
        simulator.faults().next(Fault.RATE_LIMITED_SECONDS);
        Run run = Run.check(simulator);
        assertThat(run.exitCode()).as(run.out()).isZero();
    }

    @Test
    void theReportGoesToAFileAndProgressToTheErrorOutput(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("report.md");
        Run run = Run.check(simulator, "--format=markdown", "--output=" + file);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("] largest page");
        assertThat(Files.readString(file)).startsWith("### What").contains("| A-19 | HOLDS | sorts |");
    }

    @Test
    void aServiceThatIsDownIsTold() {
        simulator.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        Run run = Run.check(simulator);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The service fails: it answers 503").doesNotContain("at com.");
    }

    @Test
    void aReportIsNotLostWithItsFile(@TempDir Path directory) {
        Run run = Run.check(simulator, "--output=" + directory);
        assertThat(run.err()).contains("cannot be written to");
        assertThat(run.out()).contains("A-43  HOLDS");
    }

    @Test
    void anEmptyCrmLeavesOpenWhatItCannotShow() {
        simulator.reset();
        Run run = Run.check(simulator, "--format=json");
        assertThat(run.ids(Verdict.DIFFERS)).isEmpty();
        assertThat(run.ids(Verdict.NOT_TESTED)).contains("A-09", "A-16", "A-18", "A-19", "A-40", "A-42", "A-43");
    }
}
