// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:03.285099Z");

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE =
            OctolaneSimulatorExtension.of(OctolaneSimulator.builder().clock(() -> NOW));

    private OctolaneSimulator simulator;
    private Api api;

    @BeforeEach
    void connect() {
        simulator = OCTOLANE.simulator();
        api = new Api(simulator);
    }

    static Map<String, Object> deal(String name) {
        return Map.of("pipeline_id", DEFAULT_PIPELINE_ID, "opportunity", Map.of("name", name));
    }

    @Test
    void anOpportunityIsReadBackWithEverythingThatWasResolved() {
        Api.Answer answer = api.post("/opportunities", """
                {"pipeline_id":"%s",
                 "opportunity":{"name":"Acme","stage_name":"qualified","deal_size":25000.5,"close_date":1790812800000,
                   "next_steps":"call","custom_attributes":{"lead_source":"webinar"}},
                 "related_objects":{"account_domain":"https://www.Acme.com/about","primary_contact_email":"A@acme.com",
                   "additional_contact_emails":["b@other.com"],"owner_email":"rep@ours.com"}}""".formatted(DEFAULT_PIPELINE_ID));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("success").asBoolean()).isTrue();
        assertThat(answer.body().get("statusCode").asInt()).isEqualTo(201);
        Map<String, Object> account = simulator.records("accounts").get(0);
        Map<String, Object> contact = simulator.records("contacts").get(0);
        assertThat(account).containsEntry("domain", "acme.com");
        assertThat(contact).containsEntry("email", "a@acme.com").containsEntry("account_id", account.get("id"));
        assertThat(simulator.records("opportunities"))
                .singleElement()
                .satisfies(deal -> assertThat(deal)
                        .containsEntry("id", answer.data().get("id").asText())
                        .containsEntry("stage_id", OctolaneSimulator.STAGE_QUALIFIED)
                        .containsEntry("stage_name", "Qualified")
                        .containsEntry("account_id", account.get("id"))
                        .containsEntry("contact_id", contact.get("id"))
                        .containsEntry("deal_size", 25000.5)
                        .containsEntry("close_date", 1790812800000L)
                        .containsEntry("owner_email", "rep@ours.com")
                        .containsEntry("custom_fields", Map.of("lead_source", "webinar"))
                        .containsEntry("created_at", "2026-03-01T09:30:03.285099Z"));
        assertThat(answer.data().at("/additional_contacts/0/contact_email").asText())
                .isEqualTo("b@other.com");
        assertThat(simulator.records("accounts"))
                .extracting(a -> a.get("domain"))
                .containsExactly("acme.com", "other.com");
    }

    @Test
    void theSameOpportunityTwiceIsTwoOpportunities() {
        api.post("/opportunities", deal("A"));
        api.post("/opportunities", deal("A"));

        assertThat(simulator.count("opportunities")).isEqualTo(2);
    }

    @Test
    void anAccountInAnotherSpellingIsTheSameAndStaysUnchanged() {
        Api.Answer first = api.post("/accounts", Map.of("domain", "acme.com", "name", "Acme", "tier", "gold"));
        Api.Answer second = api.post("/accounts", Map.of("domain", " HTTPS://www.ACME.com/x?y ", "name", "Other"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.data()).isEqualTo(first.data());
        assertThat(first.data().at("/custom_fields/tier").asText()).isEqualTo("gold");
        assertThat(simulator.count("accounts")).isEqualTo(1);
    }

    @Test
    void aContactIsFoundAgainByItsEmailAndBringsItsAccount() {
        String first = api.post("/contacts", Map.of("email", "Jo@Acme.com", "first_name", "Jo", "last_name", "Doe"))
                .data()
                .get("id")
                .asText();
        JsonNode second = api.post("/contacts", Map.of("email", "jo@acme.com")).data();

        assertThat(second.get("id").asText()).isEqualTo(first);
        assertThat(second.get("name").asText()).isEqualTo("Jo Doe");
        assertThat(simulator.records("accounts"))
                .singleElement()
                .satisfies(a -> assertThat(a).containsEntry("domain", "acme.com"));
    }

    @Test
    void notesAndActivitiesKeepWhatTheySay() {
        Api.Answer note = api.post("/notes", Map.of("content", "Hello", "account_domain", "acme.com"));
        Api.Answer activities = api.post(
                "/activities/bulk",
                List.of(
                        Map.of("activity_type", "CALL", "title", "Intro", "created_at", "2026-01-02T03:04:05+01:00"),
                        Map.of("activity_type", "OTHER", "title", "x")));

        assertThat(note.data().get("content").asText()).isEqualTo("Hello");
        assertThat(activities.data()).hasSize(2);
        assertThat(simulator.find("activities", activities.data().at("/0/id").asText()))
                .containsEntry("created_at", "2026-01-02T02:04:05.000000Z")
                .containsEntry("title", "Intro");
    }

    @Test
    void aBulkAnswersInTheOrderOfItsRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(deal("Deal " + i));
        }
        Api.Answer answer = api.post("/opportunities/bulk", rows);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data())
                .extracting(d -> d.get("name").asText())
                .containsExactlyElementsOf(rows.stream()
                        .map(r -> ((Map<?, ?>) r.get("opportunity")).get("name").toString())
                        .toList());
        assertThat(simulator.records("opportunities"))
                .extracting(r -> r.get("id"))
                .containsExactlyElementsOf(answer.data().findValuesAsText("id").subList(0, 100));
    }

    @Test
    void aBulkWithOneBadRowStoresNothingAndNamesTheRow() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(i == 17 ? Map.of("pipeline_id", DEFAULT_PIPELINE_ID, "opportunity", Map.of()) : deal("D" + i));
        }
        Api.Answer answer = api.post("/opportunities/bulk", rows);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("[17].opportunity.name")).isEqualTo("Name is required");
        assertThat(answer.body().get("errors")).hasSize(1);
        assertThat(simulator.count("opportunities")).isZero();
    }

    @Test
    void aBulkWithAnUnknownStageStoresNeitherItsDealsNorTheirAccounts() {
        Map<String, Object> good = Map.of(
                "pipeline_id", DEFAULT_PIPELINE_ID,
                "opportunity", Map.of("name", "A"),
                "related_objects", Map.of("account_domain", "acme.com"));
        Map<String, Object> bad =
                Map.of("pipeline_id", DEFAULT_PIPELINE_ID, "opportunity", Map.of("name", "B", "stage_name", "Nowhere"));
        Api.Answer answer = api.post("/opportunities/bulk", List.of(good, bad));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("[1].opportunity.stage_name")).contains("Lead, Qualified, Proposal");
        assertThat(simulator.count("opportunities") + simulator.count("accounts"))
                .isZero();
    }

    @Test
    void manyThreadsThatCreateTheSameAccountGetOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(() -> api.post("/accounts", Map.of("domain", "acme.com"))
                        .data()
                        .get("id")
                        .asText());
            }
            List<String> ids = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                ids.add(call.get());
            }
            assertThat(ids).containsOnly(ids.get(0));
            assertThat(simulator.count("accounts")).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
