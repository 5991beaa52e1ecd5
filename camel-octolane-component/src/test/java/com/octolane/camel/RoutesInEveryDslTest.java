// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static com.octolane.camel.simulator.OctolaneSimulator.STAGE_LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One set of routes, written three times, does the same three times. */
class RoutesInEveryDslTest {

    private static OctolaneSimulator simulator;

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeAll
    static void startSimulator() {
        simulator = OctolaneSimulator.builder().start();
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    private void start(Dsl dsl) throws Exception {
        simulator.reset();
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        context.addComponent("octolane", component);
        context.getPropertiesComponent().addInitialProperty("pipeline", DEFAULT_PIPELINE_ID);
        context.getPropertiesComponent().addInitialProperty("stage", STAGE_LEAD);
        dsl.addTo(context, "dsl/routes", new RoutesInJava());
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRowOfACsvFileBecomesADeal(Dsl dsl) throws Exception {
        start(dsl);
        template.sendBody(
                "direct:create",
                Map.of("Name", "Pilot", "Deal Value", "12,500.00", "Close Date", "24.11.2026", "Stage Name", "Lead"));
        assertThat(simulator.records("opportunities"))
                .singleElement()
                .satisfies(
                        deal -> assertThat(deal).containsEntry("name", "Pilot").containsEntry("stage_name", "Lead"))
                .satisfies(deal -> assertThat(((Number) deal.get("deal_size")).doubleValue())
                        .isEqualTo(12500))
                .satisfies(deal -> assertThat(((Number) deal.get("close_date")).longValue())
                        .isEqualTo(1795478400000L));
        assertThat(mock("created").getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getMessage().getHeader(OctolaneConstants.RECORD_ID))
                        .isEqualTo(simulator.records("opportunities").get(0).get("id")));
    }

    @ParameterizedTest
    @EnumSource
    void dealsThatAreImportedAgainAreNotDoubled(Dsl dsl) throws Exception {
        start(dsl);
        String deals = "[{\"name\":\"Pilot\",\"account_domain\":\"acme.com\"},"
                + "{\"name\":\"Pilot\",\"account_domain\":\"other.com\"}]";
        template.sendBody("direct:upsert", deals);
        template.sendBody("direct:upsert", deals);
        assertThat(bodies("upserted")).containsExactly("2 of 2", "2 of 2");
        assertThat(simulator.count("opportunities")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void onlyContactsThatMeetTheFilterAreConsumed(Dsl dsl) throws Exception {
        start(dsl);
        mock("changes").expectedMessageCount(2);
        simulator.seed("contacts", Map.of("email", "a@other.com"));
        Object first = simulator.seed("contacts", Map.of("email", "a@acme.com")).get("id");
        Object second =
                simulator.seed("contacts", Map.of("email", "b@acme.com")).get("id");
        mock("changes").assertIsSatisfied();
        assertThat(bodies("changes")).containsExactly(first + " a@acme.com", second + " b@acme.com");
    }

    @ParameterizedTest
    @EnumSource
    void everyPageOfASearchIsStreamed(Dsl dsl) throws Exception {
        start(dsl);
        for (int i = 0; i < 5; i++) {
            simulator.seed("opportunities", Map.of("name", "Deal " + i, "deal_size", 49_999 + i));
        }
        template.sendBody("direct:search", null);
        assertThat(bodies("found")).containsExactly("Deal 1", "Deal 2", "Deal 3", "Deal 4");
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatCannotBeMappedIsCaughtByItsClass(Dsl dsl) throws Exception {
        start(dsl);
        template.sendBody("direct:errors", Map.of("domain", "no domain"));
        assertThat(bodies("rejected")).singleElement().asString().contains("domain");
        assertThat(simulator.count("accounts")).isZero();
    }

    private List<String> bodies(String mock) {
        return mock(mock).getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(String.class))
                .toList();
    }
}
