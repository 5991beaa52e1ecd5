// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTest extends Simulated {

    @RegisterExtension
    static final OctolaneSimulatorExtension CRM = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    private String seed(String plural, Map<String, ?> fields) {
        return simulator.seed(plural, fields).get("id").toString();
    }

    private int calls() {
        return simulator.wireMock().getAllServeEvents().size();
    }

    private void refused(String uri, Object body, Map<String, Object> headers, String field, String expected) {
        assertThatThrownBy(() -> template.requestBodyAndHeaders(uri, body, headers))
                .cause()
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining(field)
                .hasMessageContaining(expected);
        assertThat(calls()).isZero();
    }

    @Test
    void anUpdateWithoutAnIdIsRefusedAndTellsWhereOneMayStand() {
        refused("octolane:account?operation=update", Map.of("name", "A"), Map.of(), "id", "CamelOctolaneRecordId");
    }

    @Test
    void anIdThatIsNoUuidIsRefused() {
        refused("octolane:account?operation=update", Map.of("id", 17, "name", "A"), Map.of(), "'id' (Integer)", "UUID");
        refused(
                "octolane:account?operation=update",
                Map.of("name", "A"),
                Map.of(OctolaneConstants.RECORD_ID, "17"),
                "id",
                "UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\" \"}", "{\"created_at\":\"2026-01-01T00:00:00Z\"}"})
    void aChangeThatChangesNothingIsRefused(String body) {
        refused(
                "octolane:account?operation=update&recordId=" + Wire.ID,
                body,
                Map.of(),
                "body",
                "at least one field to change");
    }

    @Test
    @Tag("A-12")
    void aRowWithoutAnIdFailsAloneAndTheOthersAreWritten() {
        String id = seed("accounts", Map.of("domain", "a.com"));
        BulkResult result = (BulkResult) template.requestBody(
                "octolane:account?operation=bulkUpdate&failOnPartial=false",
                List.of(Map.of("name", "A"), Map.of("id", id, "name", "B"), Map.of("id", "x", "name", "C")));
        assertThat(result.rows())
                .extracting(BulkResult.Row::status)
                .containsExactly(Status.FAILED, Status.SUCCEEDED, Status.FAILED);
        assertThat(result.rows().get(1).id()).isEqualTo(id);
        assertThat(simulator.find("accounts", id)).containsEntry("name", "B");
    }

    @Test
    void anAnswerInAnotherOrderTellsOfARecordByItsId() {
        String one = seed("accounts", Map.of("domain", "a.com"));
        String two = seed("accounts", Map.of("domain", "b.com"));
        String three = seed("accounts", Map.of("domain", "c.com"));
        simulator
                .wireMock()
                .stubFor(WireMock.patch(WireMock.urlPathEqualTo("/v1/accounts/bulk"))
                        .willReturn(WireMock.okJson("{\"success\":true,\"data\":{\"updated\":[{\"id\":\"" + three
                                + "\"}],\"errors\":[{\"id\":\"" + one + "\",\"message\":\"locked\"}]}}")));

        BulkResult result = (BulkResult) template.requestBody(
                "octolane:account?operation=bulkUpdate&failOnPartial=false",
                List.of(
                        Map.of("id", one, "name", "A"),
                        Map.of("id", two, "name", "B"),
                        Map.of("id", three, "name", "C")));

        assertThat(result.rows())
                .extracting(BulkResult.Row::status)
                .containsExactly(Status.FAILED, Status.UNKNOWN, Status.SUCCEEDED);
        assertThat(result.rows().get(0).error().message()).isEqualTo("locked");
    }

    @Test
    void aDryRunOfManyShowsEachRequestAndSendsNothing() {
        String id = seed("accounts", Map.of("domain", "a.com"));
        List<?> requests = template.requestBody(
                "octolane:account?operation=bulkUpdate&dryRun=true&bulkSize=1",
                List.of(Map.of("id", id, "name", "A"), Map.of("id", Wire.ID, "name", "B")),
                List.class);

        assertThat(requests)
                .element(1)
                .isEqualTo(Map.of(
                        "method", "PATCH", "path", "/accounts/bulk", "body", Map.of(Wire.ID, Map.of("name", "B"))));
        assertThat(requests).hasSize(2);
        assertThat(calls()).isZero();
    }

    @Test
    void atMostFiftyRecordsGoInOneCall() {
        List<Map<String, String>> changes = IntStream.range(0, 120)
                .mapToObj(i -> Map.of("id", seed("accounts", Map.of("domain", "a" + i + ".com")), "name", "A" + i))
                .toList();
        BulkResult result = (BulkResult) template.requestBody("octolane:account?operation=bulkUpdate", changes);
        assertThat(result.succeeded()).isEqualTo(120);
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void changesOfOneRecordAreWrittenInTheirOrder() {
        String id = seed("accounts", Map.of("domain", "a.com"));
        List<Map<String, String>> changes = IntStream.range(0, 20)
                .mapToObj(i -> Map.of("id", id, "name", "A" + i))
                .toList();
        template.requestBody("octolane:account?operation=bulkUpdate&bulkConcurrency=8", changes);
        assertThat(simulator.find("accounts", id)).containsEntry("name", "A19");
    }

    @Test
    void theRelationsOfADealAreReplacedAndCleared() {
        String account = seed("accounts", Map.of("domain", "a.com"));
        String ann = seed("contacts", Map.of("email", "ann@a.com"));
        String ben = seed("contacts", Map.of("email", "ben@a.com"));
        String deal = seed("opportunities", Map.of("name", "Acme", "pipeline_id", DEFAULT_PIPELINE_ID));
        String uri = "octolane:opportunity?operation=update&recordId=" + deal;

        template.sendBody(
                uri,
                Map.of(
                        "opportunity_account", account,
                        "opportunityContact", ann,
                        "Opportunity Other Stakeholders", List.of(ann, ben)));
        assertThat(simulator.find("opportunities", deal))
                .containsEntry("account_id", account)
                .containsEntry("contact_id", ann);
        assertThat(stakeholders(deal)).containsExactly(ann, ben);

        template.sendBody(uri, Map.of("opportunity_other_stakeholders", ben));
        assertThat(stakeholders(deal)).containsExactly(ben);
        assertThat(simulator.find("opportunities", deal)).containsEntry("account_id", account);

        Map<String, Object> cleared = new HashMap<>();
        cleared.put("opportunity_account", null);
        cleared.put("opportunity_contact", null);
        cleared.put("opportunity_other_stakeholders", List.of());
        template.sendBody(uri, cleared);
        assertThat(simulator.find("opportunities", deal))
                .containsEntry("account_id", null)
                .containsEntry("contact_id", null)
                .containsEntry("name", "Acme");
        assertThat(stakeholders(deal)).isEmpty();
    }

    private List<String> stakeholders(String deal) {
        return ((List<?>) simulator.find("opportunities", deal).get("additional_contacts"))
                .stream()
                        .map(each -> ((Map<?, ?>) each).get("contact_id").toString())
                        .toList();
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsRepeated() {
        String id = seed("accounts", Map.of("domain", "a.com"));
        for (Fault fault : List.of(Fault.RESET_BEFORE_WRITE, Fault.RESET_AFTER_WRITE, Fault.STATUS_500_AFTER_WRITE)) {
            simulator.faults().next(fault);
            Map<String, Object> change = new LinkedHashMap<>(Map.of("id", id, "name", fault.name()));
            template.sendBody("octolane:account?operation=update", change);
            assertThat(simulator.find("accounts", id)).containsEntry("name", fault.name());
        }
    }
}
