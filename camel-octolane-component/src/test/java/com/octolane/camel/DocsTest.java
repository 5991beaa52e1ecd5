// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The YAML routes of the docs do what their pages say. */
class DocsTest {

    private static final Path ROUTES = Path.of("src", "test", "resources", "docs");

    private final OctolaneSimulator simulator = OctolaneSimulator.builder()
            .customSelect(OctolaneSimulator.DEFAULT_PIPELINE_ID, "priority", "Priority", Map.of("High", "p-1"))
            .start();

    @TempDir
    Path inbox;

    private CamelContext context;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        context = new DefaultCamelContext();
        context.getPropertiesComponent().addInitialProperty("pipeline", OctolaneSimulator.DEFAULT_PIPELINE_ID);
        context.getPropertiesComponent().addInitialProperty("stage", OctolaneSimulator.STAGE_LEAD);
        context.getPropertiesComponent().addInitialProperty("inbox", inbox.toString());
        context.getRegistry().bind("positions", new MemoryStateRepository());
        context.getRegistry().bind("seen", new MemoryIdempotentRepository());
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        context.addComponent("octolane", component);
        for (Path route : routes()) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + route));
        }
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        simulator.close();
    }

    private static List<Path> routes() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    @Test
    void theRouteOfTheReadmeImportsAFileAndDoublesNothing() throws IOException {
        String deals = "{\"name\":\"Pilot\",\"account_domain\":\"acme.com\"}\n"
                + "{\"name\":\"Rollout\",\"account_domain\":\"acme.com\"}\n";
        for (String name : List.of("monday.jsonl", "tuesday.jsonl")) {
            Files.writeString(inbox.resolve(name), deals);
            await().until(() -> Files.exists(inbox.resolve(".camel").resolve(name)));
        }
        assertThat(simulator.records("opportunities"))
                .extracting(deal -> deal.get("name"))
                .containsExactlyInAnyOrder("Pilot", "Rollout");
    }

    @Test
    void aDealIsCreatedAndItsIdIsInAHeader() {
        Exchange answer =
                template.request("direct:create", e -> e.getMessage().setBody(Map.of("name", "Acme", "deal_size", 1)));
        assertThat(answer.getMessage().getHeader(OctolaneConstants.RECORD_ID))
                .isEqualTo(simulator.records("opportunities").get(0).get("id"));
    }

    @Test
    void rejectedRowsGoTheirOwnWay() throws Exception {
        mock("rejected").expectedMessageCount(1);
        template.sendBody("direct:bulk", "[{\"email\":\"a@acme.com\"},{\"email\":\"?\"}]");
        mock("rejected").assertIsSatisfied();
        List<?> rows = mock("rejected").getExchanges().get(0).getMessage().getBody(List.class);
        assertThat(rows).hasSize(1);
        assertThat(((BulkResult.Row) rows.get(0)).index()).isEqualTo(1);
    }

    @Test
    void anImportThatIsRepeatedCreatesNothing() {
        String deals = "{\"name\":\"Pilot\",\"account_domain\":\"acme.com\"}\n"
                + "{\"name\":\"Pilot\",\"account_domain\":\"other.com\"}";
        template.sendBody("direct:upsert", deals);
        template.sendBody("direct:upsert", deals);
        assertThat(mock("upserted").getExchanges())
                .extracting(exchange -> exchange.getMessage().getBody(String.class))
                .containsExactly("0 created", "1 created", "0 unchanged", "1 unchanged");
        assertThat(simulator.count("opportunities")).isEqualTo(2);
    }

    @Test
    void aCustomFieldIsNamedByItsLabel() {
        template.sendBody(
                "octolane:account?operation=createFields",
                List.of(Map.of("name", "Tier", "property_name", "text_123", "attribute_type", "string")));
        template.sendBody("direct:custom-fields", Map.of("domain", "acme.com", "TIER", "Gold"));
        assertThat(simulator.records("accounts").get(0).get("custom_fields")).isEqualTo(Map.of("tier", "Gold"));
    }

    @Test
    void anApiWithOtherNamesGetsItsOwn() {
        simulator
                .world()
                .differ(
                        Difference.STAGE_NAMES_ARE_CASE_SENSITIVE,
                        Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES,
                        Difference.OPTIONS_ARE_TAKEN_BY_LABEL);
        String id = simulator
                .seed("opportunities", Map.of("name", "Pilot", "pipeline_id", OctolaneSimulator.DEFAULT_PIPELINE_ID))
                .get("id")
                .toString();
        template.sendBody(
                "direct:other-names",
                Map.of("id", id, "stage_name", "WON", "deal_size", "12,500.00", "Priority", "p-1"));
        assertThat(simulator.find("opportunities", id))
                .containsEntry("stage_name", "Won")
                .containsEntry("custom_fields", Map.of("priority", "p-1"))
                .extractingByKey("deal_size")
                .hasToString("12500");
    }

    @Test
    void aComputedUriReadsTheRecordThatTheMessageNames() {
        String id = simulator
                .seed("accounts", Map.of("domain", "acme.com"))
                .get("id")
                .toString();
        Exchange answer = template.request("direct:to-d", e -> {
            e.setProperty("object", "account");
            e.setProperty("id", id);
        });
        assertThat(answer.getMessage().getBody(Map.class).get("domain")).isEqualTo("acme.com");
    }

    @Test
    void columnsInGermanAreMapped() {
        template.sendBody("direct:mapping", Map.of("name", "A", "Betrag", "1.234,50 €", "Abschluss", "24.11.2026"));
        Map<String, Object> deal = simulator.records("opportunities").get(0);
        assertThat(((Number) deal.get("deal_size")).doubleValue()).isEqualTo(1234.5);
        assertThat(((Number) deal.get("close_date")).longValue()).isEqualTo(1795474800000L);
    }

    @Test
    void aRecordOfSalesforceIsMapped() {
        template.sendBody(
                "direct:salesforce",
                Map.of(
                        "Id",
                        "006xx",
                        "Name",
                        "A",
                        "Amount",
                        10,
                        "Account",
                        Map.of("Website", "www.acme.com"),
                        "attributes",
                        Map.of("type", "Opportunity"),
                        "Unknown__c",
                        "x"));
        assertThat(simulator.records("opportunities").get(0)).containsEntry("stage_name", "Lead");
        assertThat(simulator.records("accounts").get(0)).containsEntry("domain", "acme.com");
    }

    @Test
    void errorsAreCaughtByTheirClass() throws Exception {
        mock("mapping").expectedMessageCount(1);
        mock("api").expectedMessageCount(1);
        template.sendBody("direct:errors", Map.of("domain", "no domain"));
        simulator.wireMock().stubFor(any(anyUrl()).willReturn(badRequest()));
        template.sendBody("direct:errors", Map.of("domain", "acme.com"));
        MockEndpoint.assertIsSatisfied(context);
        assertThat(mock("api").getExchanges().get(0).getMessage().getBody(String.class))
                .isEqualTo("400 {}");
    }

    @Test
    void aDryRunShowsTheRequestAsJson() {
        assertThat(template.requestBody("direct:dry-run", Map.of("domain", "ACME.com"), String.class))
                .isEqualTo("{\"method\":\"POST\",\"path\":\"/accounts\",\"body\":{\"domain\":\"acme.com\"}}");
    }

    @Test
    void aSearchIsStreamed() throws Exception {
        for (int i = 0; i < 5; i++) {
            simulator.seed(
                    "opportunities",
                    Map.of(
                            "name",
                            "Deal " + i,
                            "deal_size",
                            50_000 + i,
                            "stage_name",
                            i == 4 ? "Lost" : "Won",
                            "pipeline_id",
                            OctolaneSimulator.DEFAULT_PIPELINE_ID));
        }
        mock("read").expectedMessageCount(4);
        template.sendBody("direct:read", null);
        mock("read").assertIsSatisfied();
        Map<?, ?> record = mock("read").getExchanges().get(0).getMessage().getBody(Map.class);
        assertThat(record.keySet().toString())
                .contains("id")
                .contains("name")
                .contains("deal_size")
                .doesNotContain("stage");
    }

    @Test
    void changesAreConsumed() throws Exception {
        mock("changes").expectedMinimumMessageCount(1);
        simulator.seed("contacts", Map.of("email", "a@other.com"));
        simulator.seed("contacts", Map.of("email", "a@acme.com"));
        mock("changes").assertIsSatisfied();
        assertThat(mock("changes")
                        .getExchanges()
                        .get(0)
                        .getMessage()
                        .getBody(Map.class)
                        .get("email"))
                .isEqualTo("a@acme.com");
    }

    @Test
    void theHeaderSaysWhatToDo() {
        Exchange answer = template.request("direct:dynamic", e -> {
            e.setProperty("what", "bulkCreate");
            e.getMessage().setBody(List.of(Map.of("domain", "a.com"), Map.of("domain", "b.com")));
        });
        assertThat(answer.getMessage().getBody(BulkResult.class).succeeded()).isEqualTo(2);
    }

    @Test
    void whatWentWrongDecidesTheWayOfARecord() throws Exception {
        template.sendBody("direct:on-exception", Map.of("deal_size", "a lot"));
        // not for the consumer of another route, which polls
        simulator.faults().on("POST", path -> path.endsWith("/opportunities")).next(Fault.STATUS_500_AFTER_WRITE);
        template.sendBody("direct:on-exception", Map.of("name", "Pilot"));
        simulator.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        template.sendBody("direct:on-exception", Map.of("name", "Rollout"));
        assertThat(mock("to-correct").getExchanges())
                .extracting(each -> each.getMessage().getHeader("reason", String.class))
                .singleElement()
                .asString()
                .contains("'deal_size'");
        assertThat(mock("to-look-up").getExchanges())
                .extracting(each -> each.getMessage().getBody())
                .containsExactly(Map.of("name", "Pilot"));
        assertThat(mock("to-send-later").getExchanges())
                .extracting(each -> each.getMessage().getBody())
                .containsExactly(Map.of("name", "Rollout"));
        assertThat(simulator.count("opportunities")).isEqualTo(1);
    }
}
