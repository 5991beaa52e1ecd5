// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.octolane.camel.simulator.OctolaneSimulator.STAGE_PROPOSAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final String NOBODY = "99999999-9999-4999-8999-999999999999";

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(
            OctolaneSimulator.builder().clock(() -> NOW).customField("accounts", "tier", "Tier", "select"));

    private OctolaneSimulator simulator;
    private Api api;
    private String account;
    private String contact;
    private String deal;

    @BeforeEach
    void oneOfEach() {
        simulator = OCTOLANE.simulator();
        api = new Api(simulator);
        account = seed("accounts", Map.of("domain", "acme.com", "name", "Acme", "industry", "Tools", "tier", "gold"));
        contact = seed("contacts", Map.of("email", "jo@acme.com", "first_name", "Jo", "last_name", "Doe"));
        deal = seed("opportunities", Map.of("name", "Deal", "account_id", account, "deal_size", 5));
    }

    private String seed(String plural, Map<String, ?> fields) {
        return simulator.seed(plural, fields).get("id").toString();
    }

    private Api.Answer patch(String plural, Object body) {
        return api.call("PATCH", "/" + plural + "/bulk", body);
    }

    private static Map<String, Object> nothing(String field) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put(field, null);
        return changes;
    }

    @Test
    void changedRecordsAreAnsweredAndTheirTimeMovesEvenOnAClockThatStands() {
        Api.Answer answer = patch("accounts", Map.of(account, Map.of("name", "Acme Ltd", "custom__tier", "silver")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("message").asText()).isEqualTo("Objects were updated.");
        JsonNode record = answer.data().get(0);
        assertThat(record.get("id").asText()).isEqualTo(account);
        assertThat(record.get("name").asText()).isEqualTo("Acme Ltd");
        assertThat(record.get("industry").asText()).isEqualTo("Tools");
        assertThat(record.at("/custom_fields/tier").asText()).isEqualTo("silver");
        assertThat(simulator.find("accounts", account))
                .containsEntry("updated_at", "2026-03-01T09:30:00.000001Z")
                .containsEntry("created_at", "2026-03-01T09:30:00.000000Z");
    }

    @Test
    void nullClearsSystemAndCustomFields() {
        patch("accounts", Map.of(account, nothing("industry")));
        patch("accounts", Map.of(account, nothing("tier")));

        assertThat(simulator.find("accounts", account))
                .containsEntry("industry", null)
                .containsEntry("name", "Acme")
                .containsEntry("custom_fields", Map.of());
    }

    @Test
    void theRelationsOfAnOpportunityAreReplacedAndCleared() {
        String other = seed("contacts", Map.of("email", "al@acme.com"));
        patch(
                "opportunities",
                Map.of(
                        deal,
                        Map.of(
                                "opportunity_contact",
                                contact,
                                "opportunity_other_stakeholders",
                                List.of(other, contact))));
        JsonNode filled = patch("opportunities", Map.of(deal, Map.of("opportunity_other_stakeholders", List.of(other))))
                .data()
                .get(0);

        assertThat(filled.get("account_id").asText()).isEqualTo(account);
        assertThat(filled.get("contact_id").asText()).isEqualTo(contact);
        assertThat(filled.get("additional_contacts").findValuesAsText("contact_email"))
                .containsExactly("al@acme.com");

        Map<String, Object> clear = nothing("opportunity_account");
        clear.put("opportunity_contact", null);
        clear.put("opportunity_other_stakeholders", null);
        patch("opportunities", Map.of(deal, clear));
        assertThat(simulator.find("opportunities", deal))
                .containsEntry("account_id", null)
                .containsEntry("contact_id", null)
                .containsEntry("additional_contacts", List.of());
    }

    @Test
    void anOpportunityMovesToAStageByNameOrId() {
        JsonNode byName = patch(
                        "opportunities",
                        Map.of(deal, Map.of("stage_name", "won", "deal_size", 7.5, "close_date", 1790812800000L)))
                .data()
                .get(0);
        assertThat(byName.get("stage_id").asText()).isEqualTo(OctolaneSimulator.STAGE_WON);
        assertThat(byName.get("stage_name").asText()).isEqualTo("Won");
        assertThat(byName.get("close_date").asLong()).isEqualTo(1790812800000L);

        JsonNode byId = patch("opportunities", Map.of(deal, Map.of("stage_id", STAGE_PROPOSAL)))
                .data()
                .get(0);
        assertThat(byId.get("stage_name").asText()).isEqualTo("Proposal");
    }

    @Test
    void aContactsDisplayNameFollowsItsPartsAndItsAddressCanChange() {
        patch("contacts", Map.of(contact, Map.of("last_name", "Roe", "email", "JO@new.com")));

        assertThat(simulator.find("contacts", contact))
                .containsEntry("name", "Jo Roe")
                .containsEntry("email", "jo@new.com");
        assertThat(api.post("/contacts", Map.of("email", "jo@new.com"))
                        .data()
                        .get("id")
                        .asText())
                .isEqualTo(contact);
    }

    @Test
    void oneUnknownIdSpoilsTheWholeCallAndIsNamed() {
        Api.Answer answer = patch("accounts", Map.of(account, Map.of("name", "New"), NOBODY, Map.of("name", "Nobody")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(NOBODY)).isEqualTo("Record not found");
        assertThat(answer.body().get("errors")).hasSize(1);
        assertThat(simulator.find("accounts", account))
                .containsEntry("name", "Acme")
                .containsEntry("updated_at", "2026-03-01T09:30:00.000000Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts      | founded             | 12",
                "accounts      | domain              | null",
                "accounts      | domain              | \"two words\"",
                "accounts      | domain              | \"taken.com\"",
                "accounts      | id                  | \"x\"",
                "accounts      | custom_fields       | {}",
                "contacts      | email               | \"nobody\"",
                "contacts      | account_id          | \"99999999-9999-4999-8999-999999999999\"",
                "opportunities | close_date          | \"2026-01-01\"",
                "opportunities | name                | null",
                "opportunities | stage_name          | \"Nowhere\"",
                "opportunities | stage_id            | \"99999999-9999-4999-8999-999999999999\"",
                "opportunities | pipeline_id         | \"99999999-9999-4999-8999-999999999999\"",
                "opportunities | account_id          | null",
                "opportunities | opportunity_account | \"99999999-9999-4999-8999-999999999999\"",
                "opportunities | opportunity_contact | \"acme\""
            })
    void aChangeThatCannotBeIsRefusedByItsField(String plural, String field, String value) {
        seed("accounts", Map.of("domain", "taken.com"));
        String id = Map.of("accounts", account, "contacts", contact, "opportunities", deal)
                .get(plural);
        Map<String, Object> before = simulator.find(plural, id);

        Api.Answer answer = patch(plural, "{\"%s\":{\"%s\":%s}}".formatted(id, field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(id + "." + field)).isNotBlank();
        assertThat(simulator.find(plural, id)).isEqualTo(before);
    }

    @Test
    void anUnknownStakeholderIsRefusedByItsPlace() {
        Api.Answer answer = patch(
                "opportunities", Map.of(deal, Map.of("opportunity_other_stakeholders", List.of(contact, NOBODY))));

        assertThat(answer.error(deal + ".opportunity_other_stakeholders[1]")).isEqualTo("Contact not found");
    }

    @Test
    void noKeysMoreThanFiftyKeysKeysThatAreNoIdsAndEmptyChangesAreRefused() {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            many.put(seed("accounts", Map.of("domain", "d" + i + ".com")), Map.of("name", "N"));
        }
        assertThat(patch("accounts", many).status()).isEqualTo(200);
        many.put(account, Map.of("name", "N"));
        assertThat(patch("accounts", many).status()).isEqualTo(400);
        assertThat(patch("accounts", Map.of()).status()).isEqualTo(400);
        assertThat(patch("accounts", List.of(Map.of("id", account))).status()).isEqualTo(400);
        assertThat(patch("accounts", Map.of(account, Map.of())).error(account)).isNotBlank();
        assertThat(patch("accounts", Map.of("acme", Map.of("name", "N"))).status())
                .isEqualTo(400);
        assertThat(patch("notes", Map.of(account, Map.of("name", "N"))).status())
                .isEqualTo(405);
    }

    @Test
    void twoAccountsCannotTakeOneDomainInOneCall() {
        String other = seed("accounts", Map.of("domain", "other.com"));
        Api.Answer answer =
                patch("accounts", Map.of(account, Map.of("domain", "new.com"), other, Map.of("domain", "new.com")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(simulator.records("accounts"))
                .extracting(a -> a.get("domain"))
                .containsExactlyInAnyOrder("acme.com", "other.com");
    }

    @Test
    void anIdIsFoundInAnyCase() {
        String upper = UUID.fromString(account).toString().toUpperCase(java.util.Locale.ROOT);

        assertThat(patch("accounts", Map.of(upper, Map.of("name", "N"))).status())
                .isEqualTo(200);
        assertThat(simulator.find("accounts", account)).containsEntry("name", "N");
    }
}
