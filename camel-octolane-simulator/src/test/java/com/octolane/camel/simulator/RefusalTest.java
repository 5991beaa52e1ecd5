// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(OCTOLANE.simulator());
    }

    @Test
    void aMissingOrWrongKeyIsRefused() {
        String baseUrl = OCTOLANE.simulator().baseUrl();

        assertThat(new Api(baseUrl, null)
                        .post("/accounts", Map.of("domain", "a.com"))
                        .status())
                .isEqualTo(401);
        Api.Answer answer = new Api(baseUrl, "wrong").post("/accounts", Map.of("domain", "a.com"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().get("success").asBoolean()).isFalse();
        assertThat(answer.body().get("statusCode").asInt()).isEqualTo(401);
    }

    @Test
    void aPipelineIdThatIsNoUuidIsWordedLikeTheDocumentedSample() {
        Api.Answer answer =
                api.post("/opportunities", Map.of("pipeline_id", "sales", "opportunity", Map.of("name", "A")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString())
                .isEqualTo("{\"success\":false,\"statusCode\":400,\"message\":\"Validation error\","
                        + "\"errors\":{\"pipeline_id\":\"Pipeline id must be a valid uuid\"}}");
    }

    @Test
    void anUnknownPipelineIsNotFound() {
        Api.Answer answer = api.post(
                "/opportunities",
                Map.of("pipeline_id", "0c7a1a9e-0000-4000-8000-00000000dead", "opportunity", Map.of("name", "A")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("pipeline_id")).isEqualTo("Pipeline not found");
    }

    @Test
    void unknownPathsAndWrongMethodsAreRefused() {
        assertThat(api.get("/deals").status()).isEqualTo(404);
        assertThat(api.get("/v1/accounts").status()).isEqualTo(404);
        assertThat(api.call("DELETE", "/accounts", null).status()).isEqualTo(405);
        assertThat(api.get("/accounts/bulk").error("method")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"domain\":\"a.com\"} x", "[]", "null", "7"})
    void aBodyThatIsNoJsonObjectIsInvalid(String body) {
        assertThat(api.post("/accounts", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opportunities", "accounts", "contacts", "notes", "activities"})
    void aBulkTakesOneToAHundredRows(String plural) {
        Map<String, Object> row = Map.of("domain", "a.com", "email", "a@a.com", "activity_type", "CALL", "title", "t");

        assertThat(api.post("/" + plural + "/bulk", List.of()).status()).isEqualTo(400);
        assertThat(api.post("/" + plural + "/bulk", row).status()).isEqualTo(400);
        Api.Answer answer = api.post("/" + plural + "/bulk", Collections.nCopies(101, row));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("body")).isEqualTo("Body must have at most 100 items");
        assertThat(OCTOLANE.simulator().count(plural)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"A\",\"close_date\":\"2026-01-01\"}|opportunity.close_date|Close date must be a number",
                "{\"name\":\"A\",\"deal_size\":null}|opportunity.deal_size|Deal size must be a number",
                "{\"name\":7}|opportunity.name|Name must be a string",
                "{\"name\":\"\"}|opportunity.name|Name must not be empty",
                "{\"name\":\"A\",\"amount\":7}|opportunity.amount|Amount is not allowed",
                "{\"name\":\"A\",\"stage_id\":\"won\"}|opportunity.stage_id|Stage id must be a valid uuid"
            })
    void theFieldsOfAnOpportunityAreStrict(String deal, String field, String text) {
        Api.Answer answer = api.post(
                "/opportunities", "{\"pipeline_id\":\"" + DEFAULT_PIPELINE_ID + "\",\"opportunity\":" + deal + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).isEqualTo(text);
        assertThat(answer.body().get("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts|{}|domain|Domain is required",
                "accounts|{\"domain\":\"a b\"}|domain|Domain must be a valid domain",
                "accounts|{\"domain\":\"a.com\",\"founded\":99}|founded|Founded must be at least 1000",
                "accounts|{\"domain\":\"a.com\",\"founded\":\"1999\"}|founded|Founded must be a number or null",
                "accounts|{\"domain\":\"a.com\",\"next_meeting\":\"soon\"}|next_meeting|Next meeting must be a valid date-time",
                "contacts|{\"email\":\"nobody\"}|email|Email must be a valid email",
                "contacts|{\"email\":\"a@a.com\",\"email_verified\":\"yes\"}|email_verified|Email verified must be a boolean or null",
                "notes|{}|body|Body must have at least 1 key",
                "activities|{\"activity_type\":\"CALL\"}|title|Title is required"
            })
    void otherObjectsAreCheckedToo(String plural, String body, String field, String text) {
        Api.Answer answer = api.post("/" + plural, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).isEqualTo(text);
    }

    @Test
    void relatedObjectsAreClosedAndEveryProblemIsTold() {
        Api.Answer answer = api.post("/opportunities", """
                {"pipeline_id":"%s","opportunity":{"name":"A","amount":1},
                 "related_objects":{"primary_contact_email":"x","additional_contact_emails":["ok@a.com","bad"],"domain":"a.com"}}""".formatted(DEFAULT_PIPELINE_ID));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "opportunity.amount",
                        "related_objects.primary_contact_email",
                        "related_objects.additional_contact_emails[1]",
                        "related_objects.domain");
    }
}
