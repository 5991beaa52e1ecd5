// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.bulk.OctolaneBulkException;
import com.octolane.camel.bulk.UpsertResult;
import com.octolane.camel.bulk.UpsertResult.Action;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneServerException;
import com.octolane.camel.client.OctolaneTransportException;
import com.octolane.camel.client.OctolaneValidationException;
import com.octolane.camel.simulator.BulkAnswerShape;
import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertTest extends Simulated {

    private static final String OTHER_PIPELINE = "0c7a1a9e-0000-4000-8000-000000000002";

    @RegisterExtension
    static final OctolaneSimulatorExtension CRM = OctolaneSimulatorExtension.of(OctolaneSimulator.builder()
            .pipeline(OTHER_PIPELINE, "Renewals", "Lead", "Won")
            .customField(DEFAULT_PIPELINE_ID, "external_id", "External ID", "string"));

    @BeforeEach
    void start() {
        component.getConfiguration().setPipelineId(DEFAULT_PIPELINE_ID);
    }

    private UpsertResult upsert(String uri, Object body) {
        return (UpsertResult) template.requestBody(uri, body);
    }

    private BulkResult bulkUpsert(String uri, Object body) {
        return (BulkResult) template.requestBody(uri + "&failOnPartial=false", body);
    }

    /** The calls so far, in their order. */
    private List<String> calls() {
        List<ServeEvent> events = new ArrayList<>(simulator.wireMock().getAllServeEvents());
        java.util.Collections.reverse(events);
        return events.stream()
                .map(each ->
                        each.getRequest().getMethod() + " " + each.getRequest().getUrl())
                .toList();
    }

    private static Map<String, Object> deal(Object... fields) {
        Map<String, Object> deal = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            deal.put(fields[i].toString(), fields[i + 1]);
        }
        return deal;
    }

    @Test
    void anAccountThatIsNotThereIsCreated() {
        UpsertResult result =
                upsert("octolane:account?operation=upsert", Map.of("domain", "acme.com", "industry", "Robotics"));

        assertThat(result.action()).isEqualTo(Action.created);
        assertThat(simulator.find("accounts", result.id())).containsEntry("industry", "Robotics");
        assertThat(calls()).containsExactly("POST /v1/accounts/search", "POST /v1/accounts");
    }

    @Test
    void onlyWhatDiffersIsChanged() {
        simulator.seed("accounts", Map.of("domain", "acme.com", "industry", "Robotics", "founded", 1999));

        UpsertResult result = upsert(
                "octolane:account?operation=upsert",
                Map.of("domain", "https://www.ACME.com/", "industry", "Toys", "founded", "1999"));

        assertThat(result.action()).isEqualTo(Action.updated);
        assertThat(simulator.find("accounts", result.id()))
                .containsEntry("industry", "Toys")
                .containsEntry("founded", 1999);
        String patch =
                simulator.wireMock().getAllServeEvents().get(0).getRequest().getBodyAsString();
        assertThat(patch).isEqualTo("{\"" + result.id() + "\":{\"industry\":\"Toys\"}}");
    }

    @Test
    @Tag("A-40")
    void anAccountThatIsThereIsChangedAndNotCreatedAgain() {
        simulator.seed("accounts", Map.of("domain", "acme.com", "name", "Acme", "industry", "Robotics"));

        UpsertResult result = upsert(
                "octolane:account?operation=upsert", Map.of("domain", "acme.com", "name", "Acme", "industry", "Toys"));

        assertThat(result.action()).isEqualTo(Action.updated);
        assertThat(simulator.records("accounts"))
                .singleElement()
                .satisfies(account -> assertThat(account).containsEntry("industry", "Toys"));
    }

    @Test
    void nothingIsWrittenWhereNothingDiffers() {
        Map<String, Object> record = Map.of(
                "email", "a@acme.com",
                "first_name", "Ada",
                "other_emails", List.of("b@acme.com", "c@acme.com"),
                "last_interaction", "2026-10-01T12:00:00Z",
                "twitter_followers", 12.50,
                "favourite colour", "red");
        UpsertResult first = upsert("octolane:contact?operation=upsert", record);
        Map<String, Object> again = new HashMap<>(record);
        again.put("other_emails", "C@acme.com; b@acme.com");
        again.put("last_interaction", "2026-10-01T14:00:00+02:00");
        again.put("twitter_followers", "12.5");

        UpsertResult second = upsert("octolane:contact?operation=upsert", again);

        assertThat(first.action()).isEqualTo(Action.created);
        assertThat(second).isEqualTo(new UpsertResult(first.id(), Action.unchanged));
        assertThat(calls()).noneMatch(call -> call.startsWith("PATCH"));
    }

    @Test
    void aDateThatIsShownInAnotherFormIsNoDifference() {
        simulator.world().differ(Difference.DATES_OF_OPPORTUNITIES_AS_TEXT);
        String uri = "octolane:opportunity?operation=upsert&matchOn=name";
        Map<String, Object> deal = deal("name", "Acme", "stage_name", "Lead", "close_date", "2026-12-24");
        upsert(uri, deal);

        assertThat(upsert(uri, deal).action()).isEqualTo(Action.unchanged);
        deal.put("close_date", "2026-12-25");
        assertThat(upsert(uri, deal).action()).isEqualTo(Action.updated);
    }

    @Test
    void anExplicitNullEmptiesAFieldAndABlankOneDoesNot() {
        simulator.seed("accounts", Map.of("domain", "acme.com", "industry", "Robotics", "name", "Acme"));
        Map<String, Object> record = new HashMap<>(Map.of("domain", "acme.com", "name", " "));
        record.put("industry", null);

        UpsertResult result = upsert("octolane:account?operation=upsert", record);

        assertThat(simulator.find("accounts", result.id()))
                .containsEntry("name", "Acme")
                .containsEntry("industry", null);
    }

    @Test
    void theSourcesOwnIdDoesNotDisturb() {
        assertThat(upsert("octolane:account?operation=upsert", Map.of("id", 17, "domain", "acme.com"))
                        .action())
                .isEqualTo(Action.created);
    }

    @Test
    @Tag("A-10")
    @Tag("A-20")
    void aDealIsFoundByItsNameInsideItsPipeline() {
        Map<String, Object> other = simulator.seed(
                "opportunities", Map.of("name", "Acme", "pipeline_id", OTHER_PIPELINE, "stage_name", "Lead"));
        String uri = "octolane:opportunity?operation=upsert&matchOn=name&stageId=" + OctolaneSimulator.STAGE_LEAD;

        UpsertResult first = upsert(uri, deal("name", "Acme", "deal_size", 10));
        simulator.change("opportunities", first.id(), Map.of("stage_name", "Won"));
        UpsertResult second = upsert(uri, deal("Name", "Acme", "Deal Size", "12,500.00"));

        assertThat(first.action()).isEqualTo(Action.created);
        assertThat(second).isEqualTo(new UpsertResult(first.id(), Action.updated));
        // the stage by default is for new deals: one that was won stays won
        assertThat(simulator.find("opportunities", first.id()))
                .containsEntry("deal_size", 12500)
                .containsEntry("stage_name", "Won");
        assertThat(simulator.find("opportunities", other.get("id").toString())).containsEntry("deal_size", null);
        assertThat(simulator.count("opportunities")).isEqualTo(2);
    }

    @Test
    void aDealMovesToAnotherAccountAndOtherContacts() {
        String uri = "octolane:opportunity?operation=upsert&matchOn=custom_fields.external_id";
        Map<String, Object> deal = deal(
                "external id",
                "X-1",
                "name",
                "Acme",
                "account_domain",
                "acme.com",
                "primary_contact_email",
                "a@acme.com",
                "additional_contact_emails",
                "b@acme.com;c@acme.com",
                "stage_name",
                "Lead");
        UpsertResult first = upsert(uri, deal);
        assertThat(upsert(uri, deal).action()).isEqualTo(Action.unchanged);
        deal.put("account_domain", "other.com");
        deal.put("primary_contact_email", "new@other.com");
        deal.put("additional_contact_emails", "C@acme.com");

        UpsertResult moved = upsert(uri, deal);

        assertThat(moved).isEqualTo(new UpsertResult(first.id(), Action.updated));
        Map<String, Object> stored = simulator.find("opportunities", first.id());
        assertThat(simulator.find("accounts", stored.get("account_id").toString()))
                .containsEntry("domain", "other.com");
        assertThat(simulator.find("contacts", stored.get("contact_id").toString()))
                .containsEntry("email", "new@other.com");
        assertThat(stored.get("additional_contacts"))
                .asString()
                .contains("c@acme.com")
                .doesNotContain("b@acme.com");
        assertThat(upsert(uri, deal).action()).isEqualTo(Action.unchanged);
    }

    @Test
    void anUpdateUsesTheNamesThatTheApiHasThere() {
        simulator.world().differ(Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES);
        String options = "&opportunityUpdateNames.deal_size=opportunity_deal_size";
        String uri = "octolane:opportunity?operation=upsert&matchOn=name" + options;
        UpsertResult first = upsert(uri, deal("name", "Acme", "deal_size", 1, "stage_name", "Lead"));
        assertThat(upsert(uri, deal("name", "Acme", "deal_size", 2)).action()).isEqualTo(Action.updated);
        assertThat(upsert(uri, deal("name", "Acme", "deal_size", 2)).action()).isEqualTo(Action.unchanged);

        template.requestBody("octolane:opportunity?operation=update" + options, deal("id", first.id(), "deal_size", 3));
        assertThat(simulator.find("opportunities", first.id())).containsEntry("deal_size", 3);
    }

    @Test
    void lookUpsKeepToThePageSize() {
        simulator.world().differ(Difference.LARGE_LIMITS_ARE_REFUSED);
        List<Map<String, Object>> deals = List.of(deal("name", "Acme", "account_domain", "acme.com"));
        String uri = "octolane:opportunity?operation=bulkUpsert&matchOn=account_domain,name&pageSize=";

        assertThat(bulkUpsert(uri + 100, deals).succeeded()).isEqualTo(1);
        assertThat(bulkUpsert(uri + 100, deals).rows())
                .extracting(BulkResult.Row::action)
                .containsExactly(Action.unchanged);
        assertThat(bulkUpsert(uri + 101, deals).failed()).isEqualTo(1);
    }

    @Test
    void anExplicitNullTakesTheAccountOffADeal() {
        String uri = "octolane:opportunity?operation=upsert&matchOn=name";
        UpsertResult first = upsert(uri, deal("name", "Acme", "account_domain", "acme.com", "stage_name", "Lead"));

        UpsertResult second = upsert(uri, deal("name", "Acme", "account_domain", null));

        assertThat(second.action()).isEqualTo(Action.updated);
        assertThat(simulator.find("opportunities", first.id())).containsEntry("account_id", null);
    }

    @Test
    void aDealIsFoundByAccountAndName() {
        String uri = "octolane:opportunity?operation=bulkUpsert&matchOn=account_domain,name";
        List<Map<String, Object>> deals = List.of(
                deal("name", "Pilot", "account_domain", "acme.com", "stage_name", "Lead"),
                deal("name", "Pilot", "account_domain", "other.com", "stage_name", "Lead"),
                deal("name", "Rollout", "account_domain", "acme.com", "stage_name", "Lead"));

        BulkResult first = bulkUpsert(uri, deals);
        BulkResult second = bulkUpsert(uri, deals);

        assertThat(first.rows()).extracting(BulkResult.Row::action).containsOnly(Action.created);
        assertThat(second.rows()).extracting(BulkResult.Row::action).containsOnly(Action.unchanged);
        assertThat(second.rows())
                .extracting(BulkResult.Row::id)
                .containsExactlyElementsOf(
                        first.rows().stream().map(BulkResult.Row::id).toList());
        assertThat(simulator.count("opportunities")).isEqualTo(3);
    }

    @Test
    void aKeyThatMatchesSeveralDealsIsRefusedAndNamesThem() {
        String one = id(simulator.seed("opportunities", Map.of("name", "Acme", "pipeline_id", DEFAULT_PIPELINE_ID)));
        String two = id(simulator.seed("opportunities", Map.of("name", "Acme", "pipeline_id", DEFAULT_PIPELINE_ID)));

        assertThatThrownBy(() -> upsert(
                        "octolane:opportunity?operation=upsert&matchOn=name", deal("name", "Acme", "deal_size", 1)))
                .rootCause()
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("name 'Acme'")
                .hasMessageContaining(one)
                .hasMessageContaining(two);
        assertThat(simulator.find("opportunities", one)).containsEntry("deal_size", null);
    }

    private static String id(Map<String, Object> record) {
        return record.get("id").toString();
    }

    @Test
    @Tag("A-17")
    @Tag("A-25")
    void theSameFileTwiceCreatesNothingTheSecondTime() {
        List<Map<String, Object>> rows = IntStream.range(0, 250)
                .mapToObj(i -> deal(
                        "name",
                        "Deal " + i,
                        "deal_size",
                        i,
                        "account_domain",
                        "a" + i % 7 + ".com",
                        "stage_name",
                        "Lead",
                        "close_date",
                        "2026-12-24",
                        "owner_email",
                        "rep@ours.com"))
                .toList();
        String uri = "octolane:opportunity?operation=bulkUpsert&matchOn=name";

        BulkResult first = bulkUpsert(uri, rows);
        int callsOfTheFirst = calls().size();
        BulkResult second = bulkUpsert(uri, rows);

        assertThat(first.rows()).extracting(BulkResult.Row::action).containsOnly(Action.created);
        assertThat(second.rows()).extracting(BulkResult.Row::action).containsOnly(Action.unchanged);
        assertThat(simulator.count("opportunities")).isEqualTo(250);
        // one search for a chunk, and one for its accounts, not one for a row
        assertThat(calls().size() - callsOfTheFirst).isLessThanOrEqualTo(6);
    }

    @Test
    void rowsWithOneKeyAreWrittenInTheirOrderAndCreateOneRecord() {
        BulkResult result = bulkUpsert(
                "octolane:opportunity?operation=bulkUpsert&matchOn=name&bulkConcurrency=4",
                List.of(
                        deal("name", "Acme", "deal_size", 1, "stage_name", "Lead"),
                        deal("name", "Acme", "deal_size", 2),
                        deal("name", "Acme", "deal_size", 3)));

        assertThat(result.rows())
                .extracting(BulkResult.Row::action)
                .containsExactly(Action.created, Action.updated, Action.updated);
        assertThat(simulator.records("opportunities"))
                .singleElement()
                .satisfies(deal -> assertThat(deal).containsEntry("deal_size", 3));
    }

    @Test
    void aDealThatASearchDoesNotShowYetIsNotCreatedAgainInOneRun() {
        simulator
                .world()
                .beforeEachRead(read -> simulator
                        .records("opportunities")
                        .forEach(deal -> simulator.world().hide("opportunities", id(deal))));

        BulkResult result = bulkUpsert(
                "octolane:opportunity?operation=bulkUpsert&matchOn=name",
                List.of(deal("name", "Acme", "stage_name", "Lead"), deal("name", "Acme", "deal_size", 2)));

        assertThat(result.rows()).extracting(BulkResult.Row::status).containsExactly(Status.SUCCEEDED, Status.FAILED);
        assertThat(result.rows().get(1).error().message()).contains("Not sent");
        assertThat(simulator.count("opportunities")).isEqualTo(1);
    }

    @Test
    void anAccountThatASearchDoesNotShowYetIsChangedByItsId() {
        simulator
                .world()
                .beforeEachRead(read -> simulator
                        .records("accounts")
                        .forEach(account -> simulator.world().hide("accounts", id(account))));

        BulkResult result = bulkUpsert(
                "octolane:account?operation=bulkUpsert",
                List.of(Map.of("domain", "acme.com"), Map.of("domain", "ACME.com", "industry", "Toys")));

        assertThat(result.rows()).extracting(BulkResult.Row::action).containsExactly(Action.created, Action.updated);
        assertThat(simulator.records("accounts"))
                .singleElement()
                .satisfies(account -> assertThat(account).containsEntry("industry", "Toys"));
    }

    @Test
    @Tag("A-24")
    void aServerThatIgnoresTheFilterMisleadsNobody() {
        simulator.world().ignoreFilter(true);
        simulator.seed("opportunities", Map.of("name", "Other", "pipeline_id", DEFAULT_PIPELINE_ID));

        UpsertResult result = upsert(
                "octolane:opportunity?operation=upsert&matchOn=name", deal("name", "Acme", "stage_name", "Lead"));

        assertThat(result.action()).isEqualTo(Action.created);
        assertThat(simulator.count("opportunities")).isEqualTo(2);
    }

    @Test
    void aDealOfAnotherPipelineIsNotTakenForThisOne() {
        simulator
                .wireMock()
                .stubFor(WireMock.post(WireMock.urlPathEqualTo("/v1/opportunities/search"))
                        .willReturn(
                                WireMock.okJson("{\"success\":true,\"data\":{\"opportunities\":[{\"id\":\"" + Wire.ID
                                        + "\",\"name\":\"Acme\",\"pipeline_id\":\"" + OTHER_PIPELINE
                                        + "\"}],\"has_more\":false,\"next_cursor\":null}}")));

        UpsertResult result = upsert(
                "octolane:opportunity?operation=upsert&matchOn=name", deal("name", "Acme", "stage_name", "Lead"));

        assertThat(result.action()).isEqualTo(Action.created);
        assertThat(result.id()).isNotEqualTo(Wire.ID);
    }

    @Test
    void aRecordThatComesTwiceIsOne() {
        // the last of the first page, newest first, and then the first of the second one
        for (int i = 0; i < 600; i++) {
            String name = i == 100 ? "Acme" : "Other " + i;
            simulator.seed("opportunities", Map.of("name", name, "pipeline_id", DEFAULT_PIPELINE_ID));
        }
        simulator.world().ignoreFilter(true).repeatRecords(true);

        UpsertResult result =
                upsert("octolane:opportunity?operation=upsert&matchOn=name", deal("name", "Acme", "deal_size", 1));

        assertThat(result.action()).isEqualTo(Action.updated);
    }

    @Test
    void aKeyThatReadsDoNotShowStopsBeforeASecondRecordIsCreated() {
        simulator.seed("opportunities", Map.of("name", "Acme", "pipeline_id", DEFAULT_PIPELINE_ID));
        simulator.world().omit("name");

        assertThatThrownBy(() -> upsert("octolane:opportunity?operation=upsert&matchOn=name", deal("name", "Acme")))
                .rootCause()
                .hasMessageContaining("do not show the field name");
        assertThat(simulator.count("opportunities")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(BulkAnswerShape.class)
    void everyShapeOfABulkAnswerIsUnderstood(BulkAnswerShape shape) {
        simulator.world().bulkAnswers(shape);
        List<Map<String, Object>> rows = IntStream.range(0, 20)
                .mapToObj(i -> Map.<String, Object>of("domain", "a" + i + ".com", "industry", "Toys"))
                .toList();
        bulkUpsert("octolane:account?operation=bulkUpsert", rows.subList(0, 10));
        List<Map<String, Object>> changed = rows.stream()
                .map(row -> Map.<String, Object>of("domain", row.get("domain"), "industry", "Robots"))
                .toList();

        BulkResult result = bulkUpsert("octolane:account?operation=bulkUpsert", changed);

        assertThat(result.succeeded()).isEqualTo(20);
        assertThat(result.rows().subList(0, 10))
                .extracting(BulkResult.Row::action)
                .containsOnly(Action.updated);
        assertThat(result.rows().subList(10, 20))
                .extracting(BulkResult.Row::action)
                .containsOnly(Action.created);
        result.rows().stream()
                .filter(row -> row.id() != null)
                .forEach(row -> assertThat(simulator.find("accounts", row.id()))
                        .containsEntry("domain", ((Map<?, ?>) row.record()).get("domain")));
        assertThat(simulator.records("accounts"))
                .hasSize(20)
                .allSatisfy(account -> assertThat(account).containsEntry("industry", "Robots"));
    }

    @Test
    void badRowsFailAloneWithTheirOwnMessage() {
        simulator.seed("accounts", Map.of("domain", "old.com"));

        BulkResult result = bulkUpsert(
                "octolane:account?operation=bulkUpsert",
                List.of(
                        Map.of("domain", "old.com", "industry", "Toys"),
                        Map.of("domain", "no domain"),
                        Map.of("industry", "Toys"),
                        Map.of("domain", "new.com")));

        assertThat(result.rows())
                .extracting(BulkResult.Row::status)
                .containsExactly(Status.SUCCEEDED, Status.FAILED, Status.FAILED, Status.SUCCEEDED);
        assertThat(result.rows().get(2).error().toString()).contains("domain");
        assertThatThrownBy(() -> template.requestBody(
                        "octolane:account?operation=bulkUpsert", List.of(Map.of("industry", "Toys"))))
                .hasCauseInstanceOf(OctolaneBulkException.class);
    }

    @Test
    void aCreateWhoseAnswerIsLostIsFoundByTheSameSearch() {
        simulator
                .faults()
                .on("POST", path -> path.endsWith("/opportunities/bulk"))
                .next(Fault.RESET_AFTER_WRITE);

        BulkResult result = bulkUpsert(
                "octolane:opportunity?operation=bulkUpsert&matchOn=name",
                List.of(deal("name", "Acme", "stage_name", "Lead"), deal("name", "Other", "stage_name", "Lead")));

        assertThat(result.rows()).extracting(BulkResult.Row::action).containsOnly(Action.created);
        result.rows()
                .forEach(row -> assertThat(simulator.find("opportunities", row.id()))
                        .containsEntry("name", ((Map<?, ?>) row.record()).get("name")));
    }

    @Test
    void aCreateThatNoSearchShowsAfterwardsIsUnknownForADeal() {
        simulator
                .faults()
                .on("POST", path -> path.endsWith("/opportunities/bulk"))
                .next(Fault.RESET_BEFORE_WRITE);

        BulkResult result = bulkUpsert(
                "octolane:opportunity?operation=bulkUpsert&matchOn=name",
                List.of(deal("name", "Acme", "stage_name", "Lead")));

        assertThat(result.rows()).extracting(BulkResult.Row::status).containsExactly(Status.UNKNOWN);
    }

    @Test
    @Tag("A-27")
    void aSingleUpsertTellsItsFailureAsItIs() {
        assertThatThrownBy(() -> upsert(
                        "octolane:opportunity?operation=upsert&matchOn=name",
                        deal("name", "Acme", "stage_name", "Nowhere")))
                .hasCauseInstanceOf(OctolaneValidationException.class);

        simulator.faults().on("POST", path -> path.endsWith("/opportunities")).next(Fault.RESET_BEFORE_WRITE);
        assertThatThrownBy(() -> upsert(
                        "octolane:opportunity?operation=upsert&matchOn=name",
                        deal("name", "Acme", "stage_name", "Lead")))
                .cause()
                .isInstanceOfSatisfying(
                        OctolaneTransportException.class,
                        e -> assertThat(e.isMaybeProcessed()).isTrue());
    }

    @Test
    void aSearchAsksForTheKeysOfTheChunkAlone() {
        bulkUpsert(
                "octolane:account?operation=bulkUpsert", List.of(Map.of("domain", "a.com"), Map.of("domain", "b.com")));

        List<ServeEvent> events = simulator.wireMock().getAllServeEvents();
        assertThat(events.get(events.size() - 1).getRequest().getBodyAsString())
                .contains("\"domain\"", "a.com", "b.com");
    }

    @Test
    void anAccountWhoseCreationTellsNoIdIsLookedUpForItsDeal() {
        String uri = "octolane:opportunity?operation=upsert&matchOn=name";
        String id = upsert(uri, deal("name", "Acme", "stage_name", "Lead")).id();
        simulator.world().bulkAnswers(BulkAnswerShape.NO_DATA);

        upsert(uri, deal("name", "Acme", "account_domain", "acme.com"));

        assertThat(simulator.find("opportunities", id))
                .containsEntry(
                        "account_id", simulator.records("accounts").get(0).get("id"));
    }

    @Test
    void aDealWhoseContactCannotBeLookedUpIsNotChangedAndTellsWhy() {
        String uri = "octolane:opportunity?operation=bulkUpsert&maxRetries=0&matchOn=name";
        bulkUpsert(uri, List.of(deal("name", "Acme", "stage_name", "Lead")));
        simulator.faults().on("POST", path -> path.endsWith("/contacts/search")).every(1, Fault.STATUS_503);

        BulkResult result = bulkUpsert(
                uri, List.of(deal("name", "Acme", "stage_name", "Won", "primary_contact_email", "ann@acme.com")));

        assertThat(result.rows().get(0).status()).isEqualTo(Status.FAILED);
        assertThat(result.rows().get(0).error().cause())
                .hasMessageContaining("The contact 'ann@acme.com' could be neither found nor created")
                .hasCauseInstanceOf(OctolaneServerException.class);
        assertThat(simulator.records("opportunities").get(0)).containsEntry("stage_name", "Lead");
    }

    @Test
    void aSearchThatFailsWritesNothing() {
        simulator.faults().on("POST", path -> path.endsWith("/accounts/search")).every(1, Fault.STATUS_503);

        BulkResult result = bulkUpsert(
                "octolane:account?operation=bulkUpsert&maxRetries=1",
                List.of(Map.of("domain", "acme.com"), Map.of("domain", "other.com")));

        assertThat(result.rows()).extracting(BulkResult.Row::status).containsOnly(Status.FAILED);
        assertThat(simulator.count("accounts")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "octolane:opportunity?operation=upsert",
                "octolane:opportunity?operation=bulkUpsert&matchOn=colour",
                "octolane:opportunity?operation=upsert&matchOn=additional_contact_emails",
                "octolane:opportunity?operation=upsert&matchOn=custom_fields.",
                "octolane:account?operation=upsert&matchOn=",
            })
    void aKeyThatIsNoneStopsTheRouteFromStarting(String uri) {
        if (uri.endsWith("matchOn=")) {
            // an empty option is none, and accounts have a key by default
            assertThat(upsert(uri, Map.of("domain", "acme.com")).action()).isEqualTo(Action.created);
            return;
        }
        assertThatThrownBy(() -> context.getEndpoint(uri).createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matchOn")
                .hasMessageContaining("account_domain")
                .hasMessageContaining("custom_fields.SLUG");
    }

    @Test
    void aRecordWithoutItsKeyIsRefusedBeforeAnyCall() {
        assertThatThrownBy(() -> upsert(
                        "octolane:opportunity?operation=upsert&matchOn=custom_fields.external_id,account_domain",
                        deal("name", "Acme")))
                .cause()
                .isInstanceOfSatisfying(
                        OctolaneMappingException.class,
                        e -> assertThat(e.getProblems()).hasSize(2));
        assertThat(calls()).isEmpty();
    }

    @Test
    void aDryRunSendsNothingAndChecksTheKeyToo() {
        String uri = "octolane:opportunity?matchOn=custom_fields.external_id&dryRun=true&operation=";
        Map<?, ?> single = template.requestBody(uri + "upsert", deal("name", "Acme", "external_id", 1), Map.class);
        List<?> many =
                template.requestBody(uri + "bulkUpsert", List.of(deal("name", "Acme", "external_id", 1)), List.class);
        assertThat(single.get("path")).isEqualTo("/opportunities");
        assertThat(many).singleElement().asString().contains("/opportunities/bulk", "external_id=1");
        Map<String, Object> without = deal("name", "Acme");
        Map.of("upsert", without, "bulkUpsert", List.of(without))
                .forEach((operation, body) -> assertThatThrownBy(() -> template.requestBody(uri + operation, body))
                        .cause()
                        .isInstanceOf(OctolaneMappingException.class)
                        .hasMessageContaining("external_id"));
        assertThat(calls()).isEmpty();
    }

    @Test
    void theOperationMayComeByHeader() {
        Exchange answer = template.request("octolane:contact", exchange -> {
            exchange.getMessage().setHeader(OctolaneConstants.OPERATION, "upsert");
            exchange.getMessage().setBody(Map.of("email", "a@acme.com"));
        });

        UpsertResult result = answer.getMessage().getBody(UpsertResult.class);
        assertThat(result.action()).isEqualTo(Action.created);
        assertThat(answer.getMessage().getHeaders())
                .containsEntry(OctolaneConstants.RECORD_ID, result.id())
                .containsEntry(OctolaneConstants.OBJECT, "contact");
    }
}
