// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import com.octolane.camel.benchmarks.WithStub;
import com.octolane.camel.mapping.Defaults;
import com.octolane.camel.mapping.MappingOptions;
import com.octolane.camel.mapping.RecordMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick run of every subject: that it does what it says, not how fast. */
class WriteSubjectsTest extends WithStub {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Map<String, Double> run(Subject subject, int records, Map<String, String> more) throws Exception {
        stub.set("{}");
        try (subject) {
            subject.start(new Setting(stub.uri(), 2, more));
            subject.move(10, new Latencies());
            subject.move(records, new Latencies());
            return subject.measures();
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                HandWrittenCreate.class,
                OctolaneCreate.class,
                OctolaneCreateOnPlatformThreads.class,
                PlainCreate.class,
                HandWrittenCsvCreate.class
            })
    void oneByOneEachDealTakesACall(Class<? extends Subject> subject) throws Exception {
        Map<String, Double> measures = run(subject.getDeclaredConstructor().newInstance(), 30, Map.of());

        assertThat(measures).containsEntry("calls.create", 30.0).containsEntry("calls", 30.0);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OctolaneBulkCreate.class,
                OctolaneCsvBulkCreate.class,
                PlainBulkCreate.class,
                PlainCsvBulkCreate.class,
                PlainCsvMappedCreate.class
            })
    void inBulkAHundredDealsTakeACall(Class<? extends Subject> subject) throws Exception {
        Map<String, Double> measures = run(subject.getDeclaredConstructor().newInstance(), 250, Map.of());

        assertThat(measures).containsEntry("calls.bulkCreate", 3.0).containsEntry("calls", 3.0);
    }

    @Test
    void accountsThatAreAllThereUnchangedAreLookedUpAndNothingElse() throws Exception {
        assertThat(run(new HandWrittenUpsert(), 30, Map.of()))
                .containsEntry("calls.lookUp", 30.0)
                .containsEntry("calls", 30.0);
        assertThat(run(new OctolaneBulkUpsert(), 250, Map.of()))
                .containsEntry("calls.lookUp", 3.0)
                .containsEntry("calls", 3.0);
        assertThat(run(new PlainBulkUpsert(), 250, Map.of()))
                .containsEntry("calls.lookUp", 3.0)
                .containsEntry("calls", 3.0);
    }

    @Test
    void urisThatDifferInWhatAHeaderCanSayShareAnEndpointAndOthersDoNot() throws Exception {
        assertThat(run(new OctolaneTo(), 30, Map.of())).containsEntry("endpoints", 2.0);
        assertThat(run(new OctolaneToD(), 30, Map.of()).get("endpoints")).isLessThan(5);
        assertThat(run(new OctolaneToDEndpoints(), 30, Map.of()).get("endpoints"))
                .isGreaterThan(30);
    }

    @Test
    void aChunkWhoseBadRowsAreNamedTakesOneMoreCallAndHalvingTakesMany() throws Exception {
        Map<String, Double> clean = run(new OctolaneNarrowing(), 300, Map.of("bad", "1", "narrowing", "none"));
        Map<String, Double> named = run(new OctolaneNarrowing(), 300, Map.of("bad", "1", "narrowing", "named"));
        Map<String, Double> unnamed = run(new OctolaneNarrowing(), 300, Map.of("bad", "1", "narrowing", "unnamed"));

        assertThat(clean).containsEntry("calls", 3.0).containsEntry("refusedCalls", 0.0);
        assertThat(named.get("calls")).isEqualTo(3 + named.get("refusedCalls"));
        assertThat(named).containsEntry("badRows", 3.0);
        assertThat(unnamed.get("calls")).isGreaterThan(2 * named.get("calls"));
    }

    @Test
    void theMappingsWrittenByHandSendWhatTheComponentSends() throws Exception {
        RecordMapper mapper = new RecordMapper(MappingOptions.defaults(), JSON);
        Object deal =
                mapper.create(OctolaneObject.opportunity, DealRows.row(7), new Defaults(Endpoints.PIPELINE, null));
        Object company = mapper.create(OctolaneObject.account, CompanyRows.row(7), Defaults.NONE);

        assertThat(sent(DealRows.request(DealRows.row(7)))).isEqualTo(sent(deal));
        assertThat(sent(CompanyRows.request(CompanyRows.row(7)))).isEqualTo(sent(company));
    }

    /** As it is on the wire, whatever classes made it. */
    private static Object sent(Object request) throws Exception {
        return JSON.readValue(JSON.writeValueAsBytes(request), Object.class);
    }

    @Test
    void aDealThatDoesNotArriveEndsTheMove() throws Exception {
        try (Subject subject = new HandWrittenUpsert()) {
            subject.start(new Setting(java.net.URI.create(stub.uri() + "/elsewhere"), 2, Map.of()));
            assertThatThrownBy(() -> subject.move(5, new Latencies())).isNotNull();
        }
    }
}
