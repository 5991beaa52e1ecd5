// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulkAnswerShapeTest {

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    private static final String NOBODY = "99999999-9999-4999-8999-999999999999";
    private static final Map<String, Object> NO_STAGE = Map.of(
            "pipeline_id",
            OctolaneSimulator.DEFAULT_PIPELINE_ID,
            "opportunity",
            Map.of("name", "B", "stage_name", "Nowhere"));
    private static final Map<String, Object> NO_NAME =
            Map.of("pipeline_id", OctolaneSimulator.DEFAULT_PIPELINE_ID, "opportunity", Map.of());

    private OctolaneSimulator simulator;
    private Api api;

    @BeforeEach
    void connect() {
        simulator = OCTOLANE.simulator();
        api = new Api(simulator);
    }

    private Api.Answer createThreeWithTwoBadOnes(BulkAnswerShape shape) {
        simulator.world().bulkAnswers(shape);
        return api.post("/opportunities/bulk", List.of(NO_STAGE, CreateTest.deal("Good"), NO_NAME));
    }

    @ParameterizedTest
    @EnumSource(BulkAnswerShape.class)
    void onlyThePartialShapesStoreTheGoodRowsOfABadCall(BulkAnswerShape shape) {
        Api.Answer answer = createThreeWithTwoBadOnes(shape);

        assertThat(answer.status()).isEqualTo(shape.isPartial() ? 200 : 400);
        assertThat(simulator.count("opportunities")).isEqualTo(shape.isPartial() ? 1 : 0);
    }

    @Test
    void resultsHaveAnEntryForEachRow() {
        JsonNode results = createThreeWithTwoBadOnes(BulkAnswerShape.PARTIAL_RESULTS_WITH_INDEX)
                .data()
                .get("results");

        assertThat(results).extracting(r -> r.get("index").asInt()).containsExactly(0, 1, 2);
        assertThat(results).extracting(r -> r.get("success").asBoolean()).containsExactly(false, true, false);
        assertThat(results.at("/1/data/name").asText()).isEqualTo("Good");
        assertThat(results.at("/2/error/errors/opportunity.name").asText()).isEqualTo("Name is required");
        assertThat(results.at("/0/error/message").asText()).contains("no stage of this pipeline");
    }

    @Test
    void anErrorsListNamesTheBadRowsOnly() {
        JsonNode data =
                createThreeWithTwoBadOnes(BulkAnswerShape.PARTIAL_ERRORS_LIST).data();

        assertThat(data.get("created")).hasSize(1);
        assertThat(data.get("errors")).extracting(r -> r.get("index").asInt()).containsExactly(0, 2);
        assertThat(data.at("/errors/1/message").asText()).isEqualTo("Name is required");
    }

    @Test
    void aStatusListStandsInTheOrderOfTheRows() {
        JsonNode data =
                createThreeWithTwoBadOnes(BulkAnswerShape.ROW_STATUS_LIST).data();

        assertThat(data).extracting(r -> r.get("success").asBoolean()).containsExactly(false, true, false);
        assertThat(data.at("/1/id").asText())
                .isEqualTo(simulator.records("opportunities").get(0).get("id"));
        assertThat(data.at("/2/error").asText()).isEqualTo("Name is required");
    }

    @Test
    void withoutDataOnlyTheStatusTells() {
        simulator.world().bulkAnswers(BulkAnswerShape.NO_DATA);
        Api.Answer answer = api.post("/opportunities/bulk", List.of(CreateTest.deal("A")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().has("data")).isFalse();
        assertThat(simulator.count("opportunities")).isEqualTo(1);
    }

    @Test
    void aShuffledAnswerHasAllRecordsInAnotherOrder() {
        simulator.world().bulkAnswers(BulkAnswerShape.SHUFFLED);
        for (int size : new int[] {2, 3, 50}) {
            List<String> names = new ArrayList<>();
            List<Object> rows = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                names.add("D" + i);
                rows.add(CreateTest.deal("D" + i));
            }
            List<String> answered = api.post("/opportunities/bulk", rows).data().findValuesAsText("name");
            assertThat(answered).containsExactlyInAnyOrderElementsOf(names).isNotEqualTo(names);
        }
    }

    @Test
    void updatesAreReportedInTheSameShapesWithTheirIds() {
        String account = simulator
                .seed("accounts", Map.of("domain", "acme.com"))
                .get("id")
                .toString();
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put(NOBODY, Map.of("name", "N"));
        changes.put(account, Map.of("name", "Acme"));
        simulator.world().bulkAnswers(BulkAnswerShape.PARTIAL_ERRORS_LIST);

        Api.Answer answer = api.call("PATCH", "/accounts/bulk", changes);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().at("/updated/0/id").asText()).isEqualTo(account);
        assertThat(answer.data().at("/errors/0/id").asText()).isEqualTo(NOBODY);
        assertThat(answer.data().at("/errors/0/message").asText()).isEqualTo("Record not found");
    }

    @Test
    void aCallThatIsWrongAsAWholeIsStillRefused() {
        simulator.world().bulkAnswers(BulkAnswerShape.ROW_STATUS_LIST);

        assertThat(api.post("/opportunities/bulk", List.of()).status()).isEqualTo(400);
        assertThat(api.post("/opportunities/bulk", Map.of("a", 1)).status()).isEqualTo(400);
    }

    @Test
    void anUpdateCanHideWhichRecordItsErrorsAreAbout() {
        simulator.world().rowIndexInErrors(false);

        assertThat(api.call("PATCH", "/accounts/bulk", Map.of(NOBODY, Map.of("name", "N")))
                        .error("id"))
                .isEqualTo("Record not found");
    }
}
