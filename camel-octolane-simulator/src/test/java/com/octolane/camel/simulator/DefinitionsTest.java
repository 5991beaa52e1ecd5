// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {

    private static final String PIPELINE = "/pipelines/" + DEFAULT_PIPELINE_ID;
    private static final String NOBODY = "99999999-9999-4999-8999-999999999999";

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(
            OctolaneSimulator.builder().customField("accounts", "tier", "Tier", "select"));

    private OctolaneSimulator simulator;
    private Api api;

    @BeforeEach
    void connect() {
        simulator = OCTOLANE.simulator();
        api = new Api(simulator);
    }

    private JsonNode fields(String base) {
        return api.get(base + "/fields").data().get("fields");
    }

    private JsonNode field(String base, String propertyName) {
        for (JsonNode field : fields(base)) {
            if (field.get("property_name").asText().equals(propertyName)) {
                return field;
            }
        }
        throw new AssertionError("No field " + propertyName);
    }

    private List<String> labels() {
        return api.get(PIPELINE + "/stages").data().get("stages").findValuesAsText("label");
    }

    @Test
    void theListHasSystemAndCustomFields() {
        assertThat(field("/accounts", "estimated_revenue").get("attribute_type").asText())
                .isEqualTo("number");
        JsonNode tier = field("/accounts", "custom__tier");
        assertThat(tier.get("name").asText()).isEqualTo("Tier");
        assertThat(tier.get("current_name").asText()).isEqualTo("Tier");
        assertThat(tier.get("is_system").asBoolean()).isFalse();
        assertThat(fields(PIPELINE).findValuesAsText("property_name"))
                .contains("deal_size", "opportunity_account", "opportunity_other_stakeholders")
                .doesNotContain("account_id", "custom__tier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/contacts", PIPELINE})
    void aCreatedFieldIsListedAndItsOptionsGetValuesOfTheirOwn(String base) {
        Api.Answer answer = api.post(base + "/fields/bulk", """
                [{"name":"Customer Level!","attribute_type":"select","order":3,
                  "metadata":{"select_options":[{"label":"Gold","color":"indigo"},{"label":"Tin","value":"t-1"}]}},
                 {"name":"Score","attribute_type":"number","property_name":"score_1","is_hidden":true}]""");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode level = field(base, "custom__customer_level");
        assertThat(level).isEqualTo(answer.data().get(0));
        assertThat(level.get("order").asInt()).isEqualTo(3);
        assertThat(level.at("/metadata/options/0/value").asText()).startsWith("gold-");
        assertThat(level.at("/metadata/options/1/value").asText()).isEqualTo("t-1");
        assertThat(field(base, "score_1").get("is_hidden").asBoolean()).isTrue();
    }

    @Test
    void aCreatedFieldIsWrittenByPropertyNameAndReadByItsSlug() {
        api.post(
                "/accounts/fields/bulk",
                List.of(Map.of("name", "Score", "attribute_type", "number", "property_name", "number_12")));
        Api.Answer account = api.post("/accounts", Map.of("domain", "a.com", "number_12", 7));

        assertThat(account.data().at("/custom_fields/score").asInt()).isEqualTo(7);
        assertThat(api.get("/accounts")
                        .data()
                        .at("/custom_field_definitions/score/property_name")
                        .asText())
                .isEqualTo("number_12");
    }

    @Test
    void fieldsOfOneNameGetPropertyNamesOfTheirOwn() {
        Map<String, String> field = Map.of("name", "Name", "attribute_type", "string");
        JsonNode created =
                api.post("/contacts/fields/bulk", List.of(field, field)).data();

        assertThat(created.findValuesAsText("property_name")).containsExactly("custom__name_2", "custom__name_3");
    }

    @Test
    void aTakenPropertyNameSpoilsTheWholeCall() {
        Api.Answer answer = api.post(
                "/accounts/fields/bulk",
                List.of(
                        Map.of("name", "New", "attribute_type", "string"),
                        Map.of("name", "Other", "attribute_type", "string", "property_name", "custom__tier"),
                        Map.of("name", "Third", "attribute_type", "string", "property_name", "industry")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("[1].property_name")).contains("taken");
        assertThat(answer.error("[2].property_name")).contains("taken");
        assertThat(fields("/accounts").findValuesAsText("name")).doesNotContain("New");
    }

    @Test
    void aFieldIsChangedByIdOrPropertyName() {
        String id = field("/accounts", "custom__tier").get("id").asText();
        api.post("/accounts/fields/bulk/update", List.of(Map.of("attribute_id", id, "current_name", "Level")));
        Api.Answer answer = api.post(
                "/accounts/fields/bulk/update",
                List.of(
                        Map.of("property_name", "custom__tier", "attribute_type", "radio", "order", 9),
                        Map.of("property_name", "industry", "name", "Branch", "is_hidden", true)));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode tier = field("/accounts", "custom__tier");
        assertThat(tier.get("name").asText()).isEqualTo("Level");
        assertThat(tier.get("attribute_type").asText()).isEqualTo("radio");
        assertThat(tier.get("order").asInt()).isEqualTo(9);
        assertThat(field("/accounts", "industry").get("name").asText()).isEqualTo("Branch");

        simulator.reset();
        assertThat(field("/accounts", "industry").get("name").asText()).isEqualTo("Industry");
        assertThat(field("/accounts", "custom__tier").get("name").asText()).isEqualTo("Tier");
    }

    @Test
    void aChangeThatNamesNoFieldOrTheWrongOneIsRefused() {
        String id = field("/accounts", "custom__tier").get("id").asText();
        Api.Answer answer = api.post(
                "/accounts/fields/bulk/update",
                List.of(
                        Map.of("name", "A"),
                        Map.of("id", NOBODY, "name", "A"),
                        Map.of("property_name", "nowhere", "name", "A"),
                        Map.of("id", id, "property_name", "other"),
                        Map.of("property_name", "industry", "attribute_type", "number"),
                        Map.of("id", id, "name", "A", "current_name", "B")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").fieldNames())
                .toIterable()
                .containsExactly(
                        "[0].id",
                        "[1].id",
                        "[2].property_name",
                        "[3].property_name",
                        "[4].attribute_type",
                        "[5].current_name");
    }

    @Test
    void stagesAreListedInTheirOrder() {
        JsonNode stages = api.get(PIPELINE + "/stages").data().get("stages");

        assertThat(labels()).containsExactly("Lead", "Qualified", "Proposal", "Negotiation", "Won", "Lost");
        assertThat(stages.at("/4/stage_id").asText()).isEqualTo(OctolaneSimulator.STAGE_WON);
        assertThat(stages.at("/4/pipeline_id").asText()).isEqualTo(DEFAULT_PIPELINE_ID);
        assertThat(stages.at("/4/stage_type").asText()).isEqualTo("positive");
        assertThat(stages.at("/4/probability").asInt()).isEqualTo(100);
        assertThat(stages.at("/4/stage_order").asInt()).isEqualTo(5);
    }

    @Test
    void aNewStageTakesItsPlaceAndDealsCanMoveThere() {
        Api.Answer answer = api.post(
                PIPELINE + "/stages/bulk",
                List.of(
                        Map.of("label", "Demo", "stage_order", 2, "is_default", true),
                        Map.of("label", "Parked", "stage_type", "negative", "probability", 5.5)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data()).extracting(s -> s.get("stage_order").asInt()).containsExactly(2, 8);
        assertThat(labels())
                .containsExactly("Lead", "Demo", "Qualified", "Proposal", "Negotiation", "Won", "Lost", "Parked");
        assertThat(api.post("/opportunities", CreateTest.deal("A"))
                        .data()
                        .get("stage_name")
                        .asText())
                .isEqualTo("Demo");

        simulator.reset();
        assertThat(labels()).hasSize(6);
    }

    @Test
    void aStageWithATakenOrMissingLabelIsRefused() {
        Api.Answer taken =
                api.post(PIPELINE + "/stages/bulk", List.of(Map.of("label", "Demo"), Map.of("label", " WON ")));

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.error("[1].label")).isNotBlank();
        assertThat(labels()).hasSize(6);
        assertThat(api.post(PIPELINE + "/stages/bulk", List.of(Map.of())).error("[0].label"))
                .isEqualTo("Label is required");
        assertThat(api.post(PIPELINE + "/stages/bulk", Collections.nCopies(101, Map.of("label", "x")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPipelineThatIsNotThereIsNotFoundAndOneThatIsNoIdIsRefused() {
        for (String path : List.of("/stages", "/fields")) {
            assertThat(api.get("/pipelines/" + NOBODY + path).status()).isEqualTo(404);
            assertThat(api.get("/pipelines/sales" + path).error("pipeline_id"))
                    .isEqualTo("Pipeline id must be a valid uuid");
        }
    }
}
