// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.bulk.OctolaneBulkException;
import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.model.Account;
import com.octolane.camel.model.Activity;
import com.octolane.camel.model.Contact;
import com.octolane.camel.model.Note;
import com.octolane.camel.model.Opportunity;
import com.octolane.camel.simulator.BulkAnswerShape;
import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Through routes and sockets to the simulator, which refuses what the real API would refuse. */
class ProducerTest extends Simulated {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final OctolaneSimulatorExtension CRM = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        component.getConfiguration().setPipelineId(DEFAULT_PIPELINE_ID);
    }

    static Stream<Arguments> records() {
        Opportunity deal = new Opportunity();
        deal.setName("Acme");
        deal.setDealSize(new BigDecimal("12.5"));
        Account account = new Account();
        account.setDomain("acme.com");
        Contact contact = new Contact();
        contact.setEmail("a@acme.com");
        Note note = new Note();
        note.setOtherField("content", "Called");
        note.setOtherField("account_domain", "acme.com");
        Activity activity = new Activity();
        activity.setActivityType("CALL");
        activity.setTitle("Called");
        return Stream.of(deal, account, contact, note, activity).flatMap(model -> {
            String object = model.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            Map<?, ?> map = JSON.convertValue(model, Map.class);
            String json = JSON.valueToTree(model).toString();
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            return Stream.of(
                            model,
                            map,
                            json,
                            bytes,
                            JSON.valueToTree(model),
                            new StringReader(json),
                            new ByteArrayInputStream(bytes))
                    .map(body -> Arguments.of(object, body));
        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachObjectIsCreatedFromEachFormOfBody(String object, Object body) {
        Exchange answer =
                template.request("octolane:" + object, e -> e.getMessage().setBody(body));
        assertThat(answer.getException()).isNull();
        assertThat(simulator.count(OctolaneObject.of(object).plural())).isEqualTo(1);
        Object id = simulator.records(OctolaneObject.of(object).plural()).get(0).get("id");
        assertThat(answer.getMessage().getHeader(OctolaneConstants.RECORD_ID)).isEqualTo(id);
        assertThat(answer.getMessage().getHeader(OctolaneConstants.OBJECT)).isEqualTo(object);
        assertThat(answer.getMessage().getHeader(OctolaneConstants.STATUS_CODE, Integer.class))
                .isBetween(200, 201);
        assertThat(answer.getMessage().getBody(Map.class).get("id")).isEqualTo(id);
    }

    @Test
    @Tag("A-01")
    void aRecordCountsAsCreatedThoughItsAnswerMayTellNoId() {
        Exchange answer =
                template.request("octolane:account", e -> e.getMessage().setBody(Map.of("domain", "acme.com")));
        Object id = simulator.records("accounts").get(0).get("id");
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(OctolaneConstants.RECORD_ID)).isIn(id, null);
        assertThat(answer.getMessage().getHeader(OctolaneConstants.OBJECT)).isEqualTo("account");
        assertThat(answer.getMessage().getBody(Map.class).get("domain")).isEqualTo("acme.com");
    }

    @Test
    @Tag("A-03")
    void aRecordThatIsThereAsItShouldBeIsNotTouched() {
        Map<String, Object> record = Map.of("domain", "acme.com", "industry", "Toys");
        Map<String, Object> there = simulator.seed("accounts", record);
        Exchange answer =
                template.request("octolane:account", e -> e.getMessage().setBody(record));
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(OctolaneConstants.RECORD_ID)).isEqualTo(there.get("id"));
        assertThat(simulator.records("accounts")).containsExactly(there);
    }

    @Test
    void aFlatDealHangsOnItsCompanyAndPerson() {
        template.requestBody(
                "octolane:opportunity",
                Map.of(
                        "Name",
                        "Acme pilot",
                        "Deal Size",
                        "€ 12.500,00",
                        "closeDate",
                        "2026-02-11",
                        "Account-Domain",
                        "https://www.Acme.com/about",
                        "primary.contact.email",
                        "Ann@Acme.com",
                        "stage_name",
                        "Qualified",
                        "Lead Source",
                        "Fair"));
        Map<String, Object> deal = simulator.records("opportunities").get(0);
        assertThat(deal).containsEntry("name", "Acme pilot").containsEntry("stage_name", "Qualified");
        assertThat(((Number) deal.get("deal_size")).intValue()).isEqualTo(12500);
        assertThat(deal.get("close_date").toString()).contains("1770768000000");
        assertThat(deal.get("custom_fields").toString()).contains("Fair");
        assertThat(simulator.records("accounts"))
                .singleElement()
                .satisfies(account -> assertThat(account)
                        .containsEntry("domain", "acme.com")
                        .containsEntry("id", deal.get("account_id")));
        assertThat(simulator.records("contacts"))
                .singleElement()
                .satisfies(contact -> assertThat(contact)
                        .containsEntry("email", "ann@acme.com")
                        .containsEntry("id", deal.get("contact_id")));
    }

    @Test
    @Tag("A-32")
    void aStageIsFoundByItsNameInAnyCase() {
        for (String name : List.of("Qualified", "qualified", "QUALIFIED")) {
            template.requestBody("octolane:opportunity", Map.of("name", name, "stage_name", name));
        }
        assertThat(simulator.records("opportunities"))
                .hasSize(3)
                .allSatisfy(deal -> assertThat(deal).containsEntry("stage_name", "Qualified"));
    }

    @Test
    void aStageThatIsLookedUpIsWrittenByItsId() {
        simulator.world().differ(Difference.STAGE_NAMES_ARE_CASE_SENSITIVE);
        String options = "resolveStages=true";
        template.requestBody("octolane:opportunity?" + options, Map.of("name", "a", "stage_name", " qualified"));
        Map<String, Object> deal = simulator.records("opportunities").get(0);
        assertThat(deal).containsEntry("stage_id", OctolaneSimulator.STAGE_QUALIFIED);

        template.requestBody(
                "octolane:opportunity?operation=update&" + options, Map.of("id", deal.get("id"), "stage", "WON"));
        assertThat(simulator.find("opportunities", deal.get("id").toString())).containsEntry("stage_name", "Won");

        Exchange unknown = template.request(
                "octolane:opportunity?" + options,
                e -> e.getMessage().setBody(Map.of("name", "a", "stage_name", "Nowhere")));
        assertThat(unknown.getException()).hasMessageContaining("stage_name");
        bulk(
                "octolane:opportunity?operation=bulkCreate&" + options,
                List.of(Map.of("name", "b", "stage_name", "lost")));
        assertThat(simulator.records("opportunities").get(1)).containsEntry("stage_name", "Lost");
        assertThat(simulator.wireMock().getAllServeEvents().stream()
                        .filter(each -> each.getRequest().getUrl().endsWith("/stages")))
                .as("one call for each endpoint")
                .hasSize(3);
    }

    @Test
    void stagesAreReadAgainAfterAWhileAndANameThatTwoHaveIsNone() throws Exception {
        OctolaneEndpoint endpoint = context.getEndpoint("octolane:opportunity", OctolaneEndpoint.class);
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
        StageCache stages = new StageCache(endpoint.createClient(), now::get);
        assertThat(stages.idOf(DEFAULT_PIPELINE_ID, "Pilot")).isNull();

        template.requestBody("octolane:opportunity?operation=createStages", "[{\"label\":\"Pilot\"}]");
        now.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(stages.idOf(DEFAULT_PIPELINE_ID, "Pilot")).isNull();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(stages.idOf(DEFAULT_PIPELINE_ID, "PILOT ")).isEqualTo(simulator.stageId("Pilot"));

        simulator
                .wireMock()
                .stubFor(
                        WireMock.get(WireMock.urlPathMatching(".*/stages"))
                                .willReturn(
                                        WireMock.okJson(
                                                "{\"success\":true,\"data\":{\"stages\":["
                                                        + "{\"stage_id\":\"1\",\"label\":\"Won\"},{\"stage_id\":\"2\",\"label\":\"won\"},"
                                                        + "{\"stage_id\":\"3\",\"label\":\"Lost\",\"is_active\":false},{\"stage_id\":\"4\",\"label\":\"Lead\"}]}}")));
        now.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(stages.idOf(DEFAULT_PIPELINE_ID, "won")).isNull();
        assertThat(stages.idOf(DEFAULT_PIPELINE_ID, "lost")).isNull();
        assertThat(stages.idOf(DEFAULT_PIPELINE_ID, "lead")).isEqualTo("4");
    }

    @Test
    void theRecordsOwnPipelineGoesBeforeTheHeaderAndTheHeaderBeforeTheOption() {
        String other = "99999999-2222-4333-8444-555555555555";
        Exchange answer = template.request("octolane:opportunity", e -> {
            e.getMessage().setBody(Map.of("name", "x"));
            e.getMessage().setHeader(OctolaneConstants.PIPELINE_ID, other);
        });
        assertThat(answer.getException()).hasMessageContaining("404");
        template.requestBodyAndHeader(
                "octolane:opportunity",
                Map.of("name", "x", "pipeline_id", DEFAULT_PIPELINE_ID),
                OctolaneConstants.PIPELINE_ID,
                other);
        assertThat(simulator.count("opportunities")).isEqualTo(1);
    }

    @Test
    @Tag("A-06")
    void aNoteGoesAsItStandsUnderTheNamesThatAreMappedToIt() {
        Map<String, Object> note = Map.of("text", "Called", "mood", "good", "account_domain", "acme.com");
        template.requestBody("octolane:note?fieldMapping.text=content", note);
        assertThat(simulator.records("notes"))
                .singleElement()
                .satisfies(stored ->
                        assertThat(stored).containsEntry("content", "Called").containsEntry("mood", "good"));
    }

    @Test
    void allProblemsOfARecordAreToldAndNothingIsSent() {
        Exchange answer = template.request(
                "octolane:opportunity",
                e -> e.getMessage()
                        .setBody(Map.of("deal_size", "a lot", "close_date", "soon", "owner_email", List.of(1))));
        assertThat(answer.getException()).isInstanceOfSatisfying(OctolaneMappingException.class, e -> {
            assertThat(e.getProblems())
                    .extracting(OctolaneMappingException.Problem::field)
                    .containsExactlyInAnyOrder("deal_size", "close_date", "owner_email", "name");
            assertThat(e).hasMessageContaining("'deal_size' (String): expected a number");
        });
        assertThat(simulator.count("opportunities")).isZero();
    }

    @Test
    void aBodyThatIsNoRecordIsNamedByItsType() {
        Exchange answer =
                template.request("octolane:account", e -> e.getMessage().setBody(42));
        assertThat(answer.getException())
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("Integer");
    }

    @Test
    void aJsonArrayIsNoSingleRecord() {
        Exchange answer =
                template.request("octolane:account", e -> e.getMessage().setBody("[{\"domain\":\"acme.com\"}]"));
        assertThat(answer.getException()).isInstanceOf(OctolaneMappingException.class);
        assertThat(simulator.count("accounts")).isZero();
    }

    @Test
    void aDryRunSendsNothingAndShowsTheRequest() {
        Object shown = template.requestBody("octolane:account?dryRun=true", Map.of("domain", "ACME.com"));
        assertThat(shown)
                .isEqualTo(Map.of("method", "POST", "path", "/accounts", "body", Map.of("domain", "acme.com")));
        List<?> many = template.requestBody(
                "octolane:account?dryRun=true&operation=bulkCreate&bulkSize=2",
                List.of(Map.of("domain", "a.com"), Map.of("domain", "b.com"), Map.of("domain", "c.com")),
                List.class);
        assertThat(many).hasSize(2);
        assertThat(simulator.count("accounts")).isZero();
    }

    private static List<Map<String, Object>> deals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("name", "Deal " + i, "deal_size", i))
                .toList();
    }

    private BulkResult bulk(String uri, Object body) {
        return template.requestBody(uri, body, BulkResult.class);
    }

    @Test
    void manyDealsGoInChunksAndComeBackInTheOrderOfTheInput() {
        List<Map<String, Object>> deals = deals(250);
        Exchange answer = template.request(
                "octolane:opportunity?operation=bulkCreate", e -> e.getMessage().setBody(deals.iterator()));
        BulkResult result = answer.getMessage().getBody(BulkResult.class);
        assertThat(result.total()).isEqualTo(250);
        assertThat(result.succeeded()).isEqualTo(250);
        assertThat(simulator.count("opportunities")).isEqualTo(250);
        assertThat(simulator.wireMock().getServeEvents().getRequests().stream()
                        .filter(event -> event.getRequest().getUrl().endsWith("/opportunities/bulk")))
                .hasSize(3);
        for (BulkResult.Row row : result.rows()) {
            assertThat(row.record()).isSameAs(deals.get(row.index()));
            assertThat(simulator.find("opportunities", row.id())).containsEntry("name", "Deal " + row.index());
        }
        assertThat(answer.getMessage().getHeader(OctolaneConstants.BULK_TOTAL)).isEqualTo(250);
        assertThat(answer.getMessage().getHeader(OctolaneConstants.BULK_FAILED)).isEqualTo(0);
    }

    @Test
    void manyRecordsComeFromEveryFormOfBody() throws Exception {
        String array = JSON.writeValueAsString(deals(3));
        String lines = "{\"name\":\"a\"}\n\n{\"name\":\"b\"}\r\n{\"name\":\"c\"}";
        Path file = Files.writeString(folder.resolve("deals.json"), array);
        Map<String, Object> exchangeBody = deals(1).get(0);
        Exchange one = new DefaultExchange(context);
        one.getMessage().setBody(exchangeBody);
        List<Object> bodies = new ArrayList<>(List.of(
                deals(3),
                deals(3).iterator(),
                deals(3).toArray(),
                deals(3).stream(),
                array,
                lines,
                array.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new StringReader(array),
                JSON.readTree(array),
                file,
                file.toFile()));
        for (Object body : bodies) {
            assertThat(bulk("octolane:opportunity?operation=bulkCreate", body).succeeded())
                    .as(body.getClass().getName())
                    .isEqualTo(3);
        }
        BulkResult grouped = bulk("octolane:opportunity?operation=bulkCreate", List.of(one, one.getMessage()));
        assertThat(grouped.rows()).extracting(BulkResult.Row::record).containsExactly(one, one.getMessage());
        assertThat(simulator.count("opportunities")).isEqualTo(3 * bodies.size() + 2);
    }

    @Test
    void anEmptySourceMakesNoCall() {
        for (Object body : List.of(List.of(), "", "[]", Stream.empty())) {
            assertThat(bulk("octolane:opportunity?operation=bulkCreate", body).total())
                    .isZero();
        }
        assertThat(simulator.wireMock().getServeEvents().getRequests()).isEmpty();
    }

    @Test
    @Tag("A-02")
    @Tag("A-27")
    @Tag("A-28")
    @Tag("A-37")
    @Tag("A-38")
    void badRowsFailWithTheirOwnMessagesAndTheOthersAreCreated() {
        List<Map<String, Object>> deals = new ArrayList<>(deals(120));
        deals.set(3, Map.of("name", "x", "deal_size", "many"));
        deals.set(50, Map.of("name", "x", "stage_name", "No such stage"));
        deals.set(119, Map.of("deal_size", 1));
        Exchange answer = template.request(
                "octolane:opportunity?operation=bulkCreate", e -> e.getMessage().setBody(deals));
        assertThat(answer.getException()).isInstanceOfSatisfying(OctolaneBulkException.class, e -> {
            BulkResult result = e.getResult();
            assertThat(result.failures()).extracting(BulkResult.Row::index).containsExactly(3, 50, 119);
            assertThat(result.rows()).hasSize(120);
            assertThat(result.rows().get(3).error().toString()).contains("deal_size");
            assertThat(result.rows().get(50).error().toString()).contains("stage");
            assertThat(result.rows().get(119).error().toString()).contains("name");
        });
        assertThat(simulator.count("opportunities")).isEqualTo(117);
    }

    @Test
    void aBulkOperationMayHaveBeenProcessedAsSoonAsOneRowMay() {
        List<Map<String, Object>> deals = new ArrayList<>(deals(2));
        deals.set(0, Map.of("deal_size", "many"));
        assertThat(bulkException(deals).isMaybeProcessed()).isTrue();
        assertThat(bulkException(deals.subList(0, 1)).isMaybeProcessed()).isFalse();
        simulator.faults().next(Fault.RESET_AFTER_WRITE);
        assertThat(bulkException(deals(1)).isMaybeProcessed()).isTrue();
    }

    private OctolaneBulkException bulkException(Object deals) {
        Exchange answer = template.request(
                "octolane:opportunity?operation=bulkCreate", e -> e.getMessage().setBody(deals));
        return answer.getException(OctolaneBulkException.class);
    }

    @Test
    void withoutFailOnPartialOnlyTheResultTells() {
        BulkResult result = bulk(
                "octolane:contact?operation=bulkCreate&failOnPartial=false",
                List.of(Map.of("email", "a@x.com"), Map.of("email", "nobody")));
        assertThat(result.rows()).extracting(BulkResult.Row::status).containsExactly(Status.SUCCEEDED, Status.FAILED);
    }

    @Test
    void aRefusedKeyFailsEveryRowWithOneCallForEachChunkInFlight() {
        BulkResult result = bulk(
                "octolane:opportunity?operation=bulkCreate&failOnPartial=false&bulkConcurrency=1&apiKey=wrong",
                deals(1000).iterator());
        assertThat(result.failed()).isEqualTo(1000);
        assertThat(simulator.wireMock().getServeEvents().getRequests()).hasSizeLessThan(5);
    }

    @Test
    void aSourceThatBreaksReportsWhatWasSent() {
        String broken = "[{\"name\":\"a\"},{\"name\":\"b\"},{\"na";
        Exchange answer = template.request(
                "octolane:opportunity?operation=bulkCreate", e -> e.getMessage().setBody(broken));
        assertThat(answer.getException()).isInstanceOfSatisfying(OctolaneBulkException.class, e -> {
            assertThat(e.getResult().succeeded()).isEqualTo(2);
            assertThat(e.getCause())
                    .isInstanceOf(OctolaneMappingException.class)
                    .hasMessageContaining("line 1");
        });
    }

    @Test
    void aListenerTakesTheRowsInOrderAndTheResultKeepsOnlyFailures() {
        List<Integer> indexes = new ArrayList<>();
        ((OctolaneComponent) context.getComponent("octolane"))
                .getConfiguration()
                .setBulkRowListener(row -> indexes.add(row.index()));
        List<Map<String, Object>> deals = new ArrayList<>(deals(300));
        deals.set(7, Map.of());
        BulkResult result = bulk("octolane:opportunity?operation=bulkCreate&failOnPartial=false", deals);
        assertThat(indexes)
                .containsExactlyElementsOf(IntStream.range(0, 300).boxed().toList());
        assertThat(result.total()).isEqualTo(300);
        assertThat(result.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.index()).isEqualTo(7));
    }

    @Test
    void aListenerThatFailsEndsTheOperationAndNoRowIsLost() {
        List<Integer> taken = new ArrayList<>();
        ((OctolaneComponent) context.getComponent("octolane"))
                .getConfiguration()
                .setBulkRowListener(row -> {
                    if (row.index() == 25) {
                        throw new IllegalStateException("no space left");
                    }
                    taken.add(row.index());
                });
        Exchange answer = template.request(
                "octolane:opportunity?operation=bulkCreate&bulkSize=10",
                e -> e.getMessage().setBody(deals(500)));
        assertThat(answer.getException()).isInstanceOfSatisfying(OctolaneBulkException.class, e -> {
            BulkResult result = e.getResult();
            assertThat(e.getCause()).hasMessage("no space left");
            assertThat(taken).hasSize(25);
            assertThat(result.total()).isLessThan(500).isEqualTo(simulator.count("opportunities"));
            assertThat(result.rows())
                    .extracting(BulkResult.Row::index)
                    .containsExactlyElementsOf(
                            IntStream.range(25, result.total()).boxed().toList());
        });
    }

    @Test
    void noMoreIsReadThanTheChunksInFlightNeed() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        Stream<Map<String, Object>> source = IntStream.range(0, 2000).mapToObj(i -> {
            ahead.accumulateAndGet(read.incrementAndGet() - simulator.count("opportunities"), Math::max);
            return Map.of("name", "Deal " + i);
        });
        bulk("octolane:opportunity?operation=bulkCreate&bulkConcurrency=2&bulkSize=10", source);
        assertThat(ahead.get()).isLessThanOrEqualTo(40);
        assertThat(simulator.count("opportunities")).isEqualTo(2000);
    }

    @Test
    void anIdLeftOverFromAnotherObjectIsNotUsed() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(OctolaneConstants.RECORD_ID, Wire.ID);
        headers.put(OctolaneConstants.OBJECT, "account");
        Exchange answer = template.request("octolane:contact?operation=update", e -> {
            e.getMessage().setBody(Map.of("phone", "1"));
            e.getMessage().setHeaders(headers);
        });
        assertThat(answer.getException())
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("'id'");
    }

    @Test
    @Tag("A-26")
    @Tag("A-39")
    void fieldsAndStagesAreListedAndCreated() {
        List<?> created = template.requestBody(
                "octolane:account?operation=createFields",
                List.of(Map.of("name", "Tier", "attribute_type", "string")),
                List.class);
        assertThat(created).hasSize(1);
        assertThat(template.requestBody("octolane:account?operation=listFields", null, List.class)
                        .toString())
                .contains("Tier");
        template.requestBody("octolane:opportunity?operation=createStages", "[{\"label\":\"Pilot\"}]");
        assertThat(template.requestBody("octolane:opportunity?operation=listStages", null, List.class)
                        .toString())
                .contains("Pilot")
                .contains("Qualified");
        Exchange answer = template.request(
                "octolane:account?operation=createFields", e -> e.getMessage().setBody(Map.of("name", "x")));
        assertThat(answer.getException())
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("[0].attribute_type");
    }

    @Test
    @Tag("A-12")
    void anUpdateChangesWhatItNamesAndClearsWhatIsNull() {
        String id = (String) simulator
                .seed("accounts", Map.of("domain", "a.com", "industry", "Food", "name", "A"))
                .get("id");
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("name", "B");
        changes.put("industry", null);
        template.requestBodyAndHeader("octolane:account?operation=update", changes, OctolaneConstants.RECORD_ID, id);
        assertThat(simulator.find("accounts", id)).containsEntry("name", "B").containsEntry("domain", "a.com");
        assertThat(simulator.find("accounts", id).get("industry")).isNull();
        BulkResult result = bulk(
                "octolane:account?operation=bulkUpdate&failOnPartial=false",
                Map.of(id, Map.of("name", "C"), Wire.ID, Map.of("name", "D")));
        assertThat(result.succeeded()).isEqualTo(1);
        assertThat(result.failures().get(0).error().toString()).contains("not found");
        assertThat(simulator.find("accounts", id)).containsEntry("name", "C");
    }

    @ParameterizedTest
    @EnumSource(BulkAnswerShape.class)
    void anUpdateThatIsRejectedInsideASuccessFails(BulkAnswerShape shape) {
        simulator.world().bulkAnswers(shape);
        String id =
                simulator.seed("accounts", Map.of("domain", "a.com")).get("id").toString();

        template.requestBody("octolane:account?operation=update", Map.of("id", id, "name", "B"));
        assertThat(simulator.find("accounts", id)).containsEntry("name", "B");

        assertThatThrownBy(() ->
                        template.requestBody("octolane:account?operation=update", Map.of("id", Wire.ID, "name", "B")))
                .cause()
                .isInstanceOfSatisfying(OctolaneApiException.class, e -> {
                    assertThat(e.getBodyStatusCode()).isEqualTo(400);
                    assertThat(e.isMaybeProcessed()).isFalse();
                })
                .hasMessageContaining("not found")
                .hasMessageContaining("PATCH /accounts/bulk");
    }

    @ParameterizedTest
    @EnumSource(BulkAnswerShape.class)
    void everyShapeOfABulkAnswerTellsTheTruth(BulkAnswerShape shape) {
        simulator.world().bulkAnswers(shape);
        List<Map<String, Object>> deals = new ArrayList<>(deals(20));
        deals.set(5, Map.of("name", "x", "stage_name", "No such stage"));
        BulkResult result = bulk("octolane:opportunity?operation=bulkCreate&failOnPartial=false", deals);
        assertThat(result.failures()).extracting(BulkResult.Row::index).containsExactly(5);
        assertThat(simulator.count("opportunities")).isEqualTo(19);
        for (BulkResult.Row row : result.rows()) {
            if (row.id() != null) {
                assertThat(simulator.find("opportunities", row.id())).containsEntry("name", "Deal " + row.index());
            }
        }
    }

    @Test
    void dealsWhoseAnswerWasLostHaveAnUnknownOutcomeAndAreNotSentAgain() {
        for (Fault fault : List.of(Fault.RESET_AFTER_WRITE, Fault.STATUS_500_AFTER_WRITE, Fault.TRUNCATED_BODY)) {
            simulator.reset();
            simulator.faults().next(fault);
            BulkResult result =
                    bulk("octolane:opportunity?operation=bulkCreate&failOnPartial=false&bulkConcurrency=1", deals(150));
            assertThat(result.unknown()).as(fault.name()).isEqualTo(100);
            assertThat(result.succeeded()).isEqualTo(50);
            assertThat(result.failed()).isZero();
            assertThat(result.rows().get(99).status()).isEqualTo(Status.UNKNOWN);
            assertThat(simulator.count("opportunities")).isEqualTo(150);
        }
    }

    @Test
    void accountsWhoseAnswerWasLostAreLookedUp() {
        List<Map<String, Object>> accounts = List.of(Map.of("domain", "a.com"), Map.of("domain", "b.com"));
        String uri = "octolane:account?operation=bulkCreate&failOnPartial=false&maxRetries=0";
        simulator.faults().next(Fault.RESET_AFTER_WRITE);
        BulkResult written = bulk(uri, accounts);
        assertThat(written.succeeded()).isEqualTo(2);
        assertThat(written.rows().get(1).id())
                .isEqualTo(simulator.records("accounts").get(1).get("id"));
        simulator.reset();
        simulator.faults().next(Fault.RESET_BEFORE_WRITE);
        assertThat(bulk(uri, accounts).failed()).isEqualTo(2);
        assertThat(simulator.count("accounts")).isZero();
    }

    @Test
    void accountsThatALimitFollowsAfterALostAnswerAreNotReportedAsFailed() {
        simulator.faults().next(Fault.RESET_AFTER_WRITE, Fault.RATE_LIMITED_SECONDS);
        BulkResult result = bulk(
                "octolane:account?operation=bulkCreate&failOnPartial=false&maxRetryDelay=100ms",
                List.of(Map.of("domain", "a.com"), Map.of("domain", "b.com")));
        assertThat(simulator.count("accounts")).isEqualTo(2);
        assertThat(result.rows()).extracting(BulkResult.Row::status).containsOnly(Status.UNKNOWN);
    }

    @Test
    void whatWasSentIsReportedAlthoughTheComponentStoppedWithItsThreads() {
        Stream<Map<String, Object>> source = IntStream.range(0, 200).mapToObj(i -> {
            if (i == 150) {
                context.stop();
            }
            return Map.of("name", "Deal " + i);
        });
        Exchange answer = template.request(
                "octolane:opportunity?operation=bulkCreate", e -> e.getMessage().setBody(source));
        assertThat(answer.getException()).isInstanceOfSatisfying(OctolaneBulkException.class, e -> {
            // a stream was asked for record 150 to tell whether there is one
            assertThat(e.getResult().total()).isEqualTo(150);
            assertThat(e.getResult().rows().subList(100, 150))
                    .extracting(BulkResult.Row::status)
                    .containsOnly(Status.FAILED);
            assertThat(simulator.count("opportunities")).isLessThanOrEqualTo(100);
        });
    }

    static Stream<Arguments> recordsThatNoKeyTellsApart() {
        return Stream.of(
                Arguments.of("note", "text", Map.of("subject", "Call")),
                Arguments.of("activity", "title", Map.of("activity_type", "CALL")),
                Arguments.of("opportunity", "deal_size", Map.of("name", "Pilot")));
    }

    @ParameterizedTest
    @MethodSource("recordsThatNoKeyTellsApart")
    void anAnswerInAnotherOrderGivesNoRowTheIdOfAnother(String object, String field, Map<String, Object> same) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, Object> record = new LinkedHashMap<>(same);
            record.put(field, 10 + i);
            records.add(record);
        }
        String plural = OctolaneObject.of(object).plural();
        for (BulkAnswerShape shape : List.of(BulkAnswerShape.RECORDS, BulkAnswerShape.SHUFFLED)) {
            simulator.reset();
            simulator.world().bulkAnswers(shape);
            BulkResult result = bulk("octolane:" + object + "?operation=bulkCreate", records);
            assertThat(simulator.count(plural)).isEqualTo(20);
            for (BulkResult.Row row : result.rows()) {
                if (shape == BulkAnswerShape.RECORDS || row.id() != null) {
                    assertThat(simulator.find(plural, row.id()).get(field))
                            .hasToString(String.valueOf(10 + row.index()));
                }
            }
        }
    }

    @Test
    void aCursorThatComesAgainEndsTheReadingWithAnError() {
        for (int i = 0; i < 30; i++) {
            simulator.seed("accounts", Map.of("domain", "c" + i + ".com"));
        }
        simulator.world().repeatCursor(true);
        Exchange answer = template.request(
                "octolane:account?operation=list&paging=all&pageSize=10",
                e -> e.getMessage().setBody(null));
        assertThat(answer.getException()).hasMessageContaining("a cursor came again");
    }

    @Test
    void pagesWithoutRecordsThatNeverEndAreAnError() {
        simulator.world().endlessCursor(true);
        Exchange answer = template.request(
                "octolane:account?operation=list&paging=all",
                e -> e.getMessage().setBody(null));
        assertThat(answer.getException()).hasMessageContaining("do not end");
    }

    @Test
    @Tag("A-24")
    void aRecordIsFoundByItsKeyWhateverElseIsAskedFor() {
        simulator.seed("accounts", Map.of("domain", "acme.com", "name", "Acme"));
        Exchange answer = template.request(
                "octolane:account?operation=get&fields=name&query=nobody",
                e -> e.getMessage().setBody("acme.com"));
        assertThat(answer.getMessage().getHeader(OctolaneConstants.FOUND)).isEqualTo(true);
        assertThat(answer.getMessage().getBody(Map.class).get("name")).isEqualTo("Acme");
        assertThat(answer.getMessage().getHeader(OctolaneConstants.STATUS_CODE)).isEqualTo(200);
        Exchange missing = template.request(
                "octolane:account?operation=get", e -> e.getMessage().setBody("nobody.com"));
        assertThat(missing.getMessage().getHeader(OctolaneConstants.FOUND)).isEqualTo(false);
        assertThat(missing.getMessage().getBody()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, octolane:account, domain, https://www.Acme.com/about, acme.com",
        "accounts, octolane:account, domain, ACME.com, acme.com",
        "contacts, octolane:contact, email, Ann@Acme.com, ann@acme.com"
    })
    void aRecordIsFoundUnderEachSpellingInWhichItCanBeWritten(
            String plural, String uri, String key, String asked, String written) {
        simulator.seed(plural, Map.of(key, written));
        Exchange answer =
                template.request(uri + "?operation=get", e -> e.getMessage().setBody(asked));
        assertThat(answer.getMessage().getBody(Map.class).get(key)).isEqualTo(written);
    }

    @Test
    void aRecordIsFoundUnderTheSpellingThatWasAskedFor() {
        simulator
                .wireMock()
                .stubFor(post(urlPathEqualTo("/v1/contacts/search"))
                        .withRequestBody(containing("\"Ann@Acme.com\""))
                        .willReturn(okJson("{\"success\":true,\"data\":{\"contacts\":"
                                + "[{\"id\":\"1\",\"email\":\"Ann@Acme.com\"}]}}")));
        Exchange answer = template.request(
                "octolane:contact?operation=get", e -> e.getMessage().setBody("Ann@Acme.com"));
        assertThat(answer.getMessage().getHeader(OctolaneConstants.FOUND)).isEqualTo(true);
    }
}
