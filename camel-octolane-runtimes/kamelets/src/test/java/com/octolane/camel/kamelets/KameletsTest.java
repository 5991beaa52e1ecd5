// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.kamelets;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static com.octolane.camel.simulator.OctolaneSimulator.STAGE_LEAD;
import static com.octolane.camel.simulator.OctolaneSimulator.STAGE_WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.UpsertResult;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each Kamelet runs through the kamelet component, set by properties and by parameters. */
class KameletsTest {

    /** With everything that means something in a URI. */
    private static final String KEY = "a+b&c=d%41/e?f";

    private static OctolaneSimulator simulator;

    private CamelContext context;
    private ProducerTemplate template;

    @BeforeAll
    static void startSimulator() {
        simulator = OctolaneSimulator.builder().apiKey(KEY).start();
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    @BeforeEach
    void start() {
        simulator.reset();
        context = newContext();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private static CamelContext newContext() {
        CamelContext context = new DefaultCamelContext();
        Properties properties = new Properties();
        for (KameletFile file : KameletFile.values()) {
            String prefix = "camel.kamelet." + file.id + '.';
            properties.setProperty(prefix + "apiKey", KEY);
            properties.setProperty(prefix + "baseUrl", simulator.baseUrl());
            properties.setProperty(prefix + "pipelineId", DEFAULT_PIPELINE_ID);
        }
        context.getPropertiesComponent().setInitialProperties(properties);
        return context;
    }

    private void source(String parameters) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:octolane-source?" + parameters).to("mock:records");
            }
        });
        context.start();
    }

    private Exchange sink(String uri, Object body) throws Exception {
        if (context.getRoutes().isEmpty()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("kamelet:" + uri);
                }
            });
            context.start();
        }
        Exchange answer =
                template.request("direct:in", exchange -> exchange.getMessage().setBody(body));
        if (answer.getException() != null) {
            throw answer.getException();
        }
        return answer;
    }

    private MockEndpoint records() {
        return context.getEndpoint("mock:records", MockEndpoint.class);
    }

    @Test
    void theSourceGivesRecordsThatMeetTheFiltersAsJson() throws Exception {
        simulator.seed("opportunities", Map.of("name", "Small", "deal_size", 1));
        simulator.seed("opportunities", Map.of("name", "Large", "deal_size", 60_000));
        records().expectedMessageCount(1);
        source(
                "object=opportunity&delay=100&filters=RAW([{\"field\":\"deal_size\",\"operator\":\"gte\",\"value\":50000}])");
        records().assertIsSatisfied();
        assertThat(records().getExchanges().get(0).getMessage().getBody())
                .isInstanceOf(String.class)
                .asString()
                .contains("\"name\":\"Large\"");
    }

    @Test
    void aRecordOnWhichTheRouteFailsComesAgain() throws Exception {
        simulator.seed("accounts", Map.of("domain", "acme.com"));
        AtomicInteger tries = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:octolane-source?object=account&delay=100&outputFormat=map")
                        .process(exchange -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new IllegalStateException("not yet");
                            }
                        })
                        .to("mock:records");
            }
        });
        records().expectedMessageCount(1);
        context.start();
        records().assertIsSatisfied();
        assertThat(tries).hasValue(2);
        assertThat(records()
                        .getExchanges()
                        .get(0)
                        .getMessage()
                        .getBody(Map.class)
                        .get("domain"))
                .isEqualTo("acme.com");
    }

    @Test
    void aPositionInABeanOutlivesTheContext() throws Exception {
        StateRepository<String, String> positions = new MemoryStateRepository();
        String parameters = "object=contact&delay=100&stateRepository=#bean:positions&stateKey=people";
        simulator.seed("contacts", Map.of("email", "first@acme.com"));
        context.getRegistry().bind("positions", positions);
        records().expectedMessageCount(1);
        source(parameters);
        records().assertIsSatisfied();
        context.close();
        assertThat(positions.getState("people")).isNotBlank();

        simulator.seed("contacts", Map.of("email", "second@acme.com"));
        context = newContext();
        context.getRegistry().bind("positions", positions);
        records().expectedMessageCount(1);
        source(parameters);
        records().assertIsSatisfied();
        assertThat(records().getExchanges().get(0).getMessage().getBody(String.class))
                .contains("second@acme.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "opportunity|opportunities|{\"name\":\"Pilot\"}",
                "account|accounts|{\"domain\":\"acme.com\"}",
                "contact|contacts|{\"email\":\"a@acme.com\"}",
                "note|notes|{\"title\":\"Call\",\"content\":\"x\",\"account_domain\":\"acme.com\"}",
                "activity|activities|{\"title\":\"Call\",\"activity_type\":\"call\"}"
            })
    void theSinkCreatesRecordsOfEveryObject(String object, String plural, String record) throws Exception {
        sink("octolane-sink?object=" + object + "&stageId=" + STAGE_LEAD, record);
        assertThat(simulator.count(plural)).isOne();
    }

    @Test
    void theSinkCreatesManyRecordsAndUpdatesOne() throws Exception {
        Exchange answer = sink(
                "octolane-sink?object=account&operation=bulkCreate&failOnPartial=false",
                "[{\"domain\":\"a.com\"},{\"domain\":\"?\"},{\"domain\":\"b.com\"}]");
        assertThat(answer.getMessage().getBody(BulkResult.class).succeeded()).isEqualTo(2);
        context.close();

        context = newContext();
        template = context.createProducerTemplate();
        String id = simulator.records("accounts").get(0).get("id").toString();
        sink("octolane-sink?object=account&operation=update", Map.of("id", id, "name", "Acme"));
        assertThat(simulator.find("accounts", id)).containsEntry("name", "Acme");
    }

    @Test
    void theUpsertSinkTakesOneRecord() throws Exception {
        String uri = "octolane-upsert-sink?object=opportunity&matchOn=account_domain,name&stageId=" + STAGE_WON;
        Map<String, Object> deal = Map.of("name", "Pilot", "account_domain", "acme.com");
        assertThat(sink(uri, deal).getMessage().getBody(UpsertResult.class).action())
                .isEqualTo(UpsertResult.Action.created);
        assertThat(sink(uri, deal).getMessage().getBody(UpsertResult.class).action())
                .isEqualTo(UpsertResult.Action.unchanged);
        assertThat(simulator.records("opportunities"))
                .singleElement()
                .satisfies(record -> assertThat(record).containsEntry("stage_name", "Won"));
    }

    @Test
    void theUpsertSinkTakesManyRecords() throws Exception {
        String uri = "octolane-upsert-sink?object=contact&bulk=true";
        String people = "{\"email\":\"a@acme.com\"}\n{\"email\":\"b@acme.com\"}";
        sink(uri, people);
        assertThat(sink(uri, people).getMessage().getBody(BulkResult.class).succeeded())
                .isEqualTo(2);
        assertThat(simulator.count("contacts")).isEqualTo(2);
    }

    @Test
    void aKeyInTheUriGoesBeforeTheProperties() throws Exception {
        context.getPropertiesComponent().addInitialProperty("camel.kamelet.octolane-sink.apiKey", "wrong");
        sink("octolane-sink?object=account&apiKey=RAW(" + KEY + ")", Map.of("domain", "acme.com"));
        assertThat(simulator.count("accounts")).isOne();
        assertThat(context.getEndpoints()).extracting(Object::toString).noneMatch(each -> each.contains(KEY));
    }

    @Test
    void withoutAKeyOfItsOwnAKameletHasThatOfTheComponent() throws Exception {
        context = new DefaultCamelContext();
        template = context.createProducerTemplate();
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(KEY);
        context.addComponent("octolane", component);
        sink("octolane-sink?object=account", Map.of("domain", "acme.com"));
        assertThat(simulator.count("accounts")).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "octolane-sink?object=deal|opportunity, account, contact, note, activity",
                "octolane-sink?operation=create|object",
                "octolane-sink?object=account&operation=destroy|bulkCreate",
                "octolane-sink?object=note&operation=update|Valid operations for it: create, bulkCreate",
                "octolane-sink?object=account&mapping=hubspot|Valid values: octolane, salesforce",
                "octolane-sink?object=account&failOnPartial=maybe|true or false",
                "octolane-upsert-sink?object=opportunity|matchOn",
                "octolane-upsert-sink?object=note|Valid operations for it: create, bulkCreate",
                "octolane-upsert-sink?object=account&bulk=yes|yes",
                "octolane-sink?object=account&baseUrl=http://example.com/v1|allowPlainHttp"
            })
    void aWrongParameterOfASinkIsToldWithWhatIsValid(String uri, String expected) {
        assertThatThrownBy(() -> sink(uri, Map.of()))
                .satisfies(e -> assertThat(causes(e)).contains(expected).doesNotContain(KEY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "object=note|opportunity, account, contact",
                "object=account&emit=some|changed",
                "object=account&outputFormat=xml|map, json, model",
                "object=account&startFrom=yesterday|beginning",
                "object=account&delay=soon|delay",
                "object=account&stateRepository=#bean:missing|missing",
                "object=account&filters=RAW(amount)|filters"
            })
    void aWrongParameterOfTheSourceIsToldWithWhatIsValid(String parameters, String expected) {
        assertThatThrownBy(() -> source(parameters))
                .satisfies(e -> assertThat(causes(e)).contains(expected).doesNotContain(KEY));
    }

    private static String causes(Throwable e) {
        return e == null ? "" : e.getMessage() + "\n" + causes(e.getCause());
    }
}
