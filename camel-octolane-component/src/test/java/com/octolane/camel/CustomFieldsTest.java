// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.UpsertResult;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneServerException;
import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomFieldsTest extends Simulated {

    private static final String RESOLVED = "resolveCustomFields=true";

    @RegisterExtension
    static final OctolaneSimulatorExtension CRM = OctolaneSimulatorExtension.of(OctolaneSimulator.builder()
            .customField("contacts", "lang", "Mother Tongue", "string")
            .customField(DEFAULT_PIPELINE_ID, "source", "Lead Source", "string"));

    @BeforeEach
    void start() {
        component.getConfiguration().setPipelineId(DEFAULT_PIPELINE_ID);
        template.sendBody(
                "octolane:account?operation=createFields",
                List.of(
                        Map.of(
                                "name", "Tier",
                                "property_name", "text_123",
                                "attribute_type", "select",
                                "metadata", select("Gold", "gold-1", "Silver", "silver-2")),
                        Map.of(
                                "name", "Interests",
                                "property_name", "text_124",
                                "attribute_type", "multi_select",
                                "metadata", select("Sailing", "sail-1", "Chess", "chess-2"))));
    }

    private static Map<String, Object> select(String one, String valueOfOne, String two, String valueOfTwo) {
        return Map.of(
                "select_options",
                List.of(Map.of("label", one, "value", valueOfOne), Map.of("label", two, "value", valueOfTwo)));
    }

    private Map<?, ?> customFieldsOfTheAccount() {
        return (Map<?, ?>) simulator.records("accounts").get(0).get("custom_fields");
    }

    private int searches() {
        return (int) simulator.wireMock().getAllServeEvents().stream()
                .filter(each -> each.getRequest().getUrl().endsWith("/search"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tier", " TIER ", "text_123", "Text-123"})
    void aFieldIsNamedByItsLabelOrPropertyNameAndAnOptionByItsLabelOrValue(String name) {
        for (String option : List.of("Gold", "gold", "gold-1")) {
            simulator.wireMock().resetRequests();
            template.sendBody("octolane:account?" + RESOLVED, Map.of("domain", "acme.com", name, option));

            assertThat(simulator
                            .wireMock()
                            .getAllServeEvents()
                            .get(0)
                            .getRequest()
                            .getBodyAsString())
                    .isEqualTo("{\"domain\":\"acme.com\",\"text_123\":\"gold-1\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mother Tongue", "lang", "custom__lang"})
    @Tag("A-04")
    void aValueArrivesUnderWhicheverNameTheSourceGivesIt(String name) {
        template.sendBody("octolane:contact?" + RESOLVED, Map.of("email", "a@acme.com", name, "Dutch"));
        assertThat(simulator.records("contacts").get(0).get("custom_fields")).isEqualTo(Map.of("lang", "Dutch"));
    }

    @Test
    void anApiThatTakesLabelsGetsThem() {
        simulator.world().differ(Difference.OPTIONS_ARE_TAKEN_BY_LABEL);
        for (String option : List.of("gold", "gold-1")) {
            template.sendBody(
                    "octolane:account?selectKey=label&" + RESOLVED,
                    Map.of("domain", option + ".com", "Tier", option, "Interests", "chess-2; sailing"));
        }
        assertThat(simulator.records("accounts"))
                .extracting(account -> account.get("custom_fields"))
                .containsOnly(Map.of("tier", "gold-1", "interests", List.of("chess-2", "sail-1")));
    }

    @Test
    void aSlugIsWrittenAsItStands() {
        template.sendBody("octolane:contact?" + RESOLVED, Map.of("email", "a@acme.com", "lang", "Dutch"));
        assertThat(simulator.wireMock().getAllServeEvents().get(0).getRequest().getBodyAsString())
                .contains("\"lang\":\"Dutch\"");
    }

    @ParameterizedTest
    @CsvSource({
        "slug, CUSTOM_VALUES_BY_SLUG, Mother Tongue",
        "slug, CUSTOM_VALUES_BY_SLUG, custom__lang",
        "propertyName, CUSTOM_VALUES_BY_PROPERTY_NAME, Mother Tongue",
        "propertyName, CUSTOM_VALUES_BY_PROPERTY_NAME, lang"
    })
    void anApiThatTakesOneNameGetsThatOne(String key, Difference world, String name) {
        simulator.world().differ(world);
        template.sendBody(
                "octolane:contact?customFieldKey=" + key + "&" + RESOLVED,
                Map.of("email", "a@acme.com", name, "Dutch"));
        assertThat(simulator.records("contacts").get(0).get("custom_fields")).isEqualTo(Map.of("lang", "Dutch"));
    }

    @ParameterizedTest
    @CsvSource({
        "customFieldKey=slug, needs resolveCustomFields=true",
        "selectKey=label, needs resolveCustomFields=true",
        "customFieldKey=propertyName&resolveCustomFields=true&operation=upsert&matchOn=custom_fields.tier, cannot be used with it"
    })
    void aNameThatCannotBeKeptToIsRefused(String options, String told) {
        assertThatThrownBy(() -> template.sendBody("octolane:account?" + options, Map.of("domain", "acme.com")))
                .hasStackTraceContaining(told);
    }

    @Test
    void severalOptionsMayStandInOneText() {
        template.sendBody("octolane:account?" + RESOLVED, Map.of("domain", "acme.com", "Interests", "chess; Sailing"));
        assertThat(simulator.wireMock().getAllServeEvents().get(0).getRequest().getBodyAsString())
                .contains("\"text_124\":[\"chess-2\",\"sail-1\"]");
    }

    @Test
    void theFieldsOfADealAreThoseOfItsPipeline() {
        template.sendBody("octolane:opportunity?" + RESOLVED, Map.of("name", "Acme", "lead-source", "webinar"));
        assertThat(simulator.records("opportunities").get(0).get("custom_fields"))
                .isEqualTo(Map.of("source", "webinar"));
    }

    @Test
    @Tag("A-05")
    void updatesAndUpsertsResolveThemToo() {
        String id = simulator
                .seed("accounts", Map.of("domain", "acme.com"))
                .get("id")
                .toString();
        template.sendBody("octolane:account?operation=update&" + RESOLVED, Map.of("id", id, "Tier", "Silver"));
        assertThat(customFieldsOfTheAccount().get("tier")).isEqualTo("silver-2");

        UpsertResult same = (UpsertResult) template.requestBody(
                "octolane:account?operation=upsert&" + RESOLVED, Map.of("domain", "acme.com", "tier", "SILVER"));
        UpsertResult other = (UpsertResult) template.requestBody(
                "octolane:account?operation=upsert&" + RESOLVED, Map.of("domain", "acme.com", "tier", "Gold"));

        assertThat(same.action()).isEqualTo(UpsertResult.Action.unchanged);
        assertThat(other.action()).isEqualTo(UpsertResult.Action.updated);
    }

    @Test
    void whatNoDefinitionKnowsFollowsUnmapped() {
        Map<String, String> record =
                Map.of("domain", "acme.com", "Colour", "red", "Tier", "Bronze", "text_124", "Chess");

        template.sendBody("octolane:account?unmapped=ignore&" + RESOLVED, record);
        assertThat(lastBody()).isEqualTo("{\"domain\":\"acme.com\",\"text_124\":[\"chess-2\"]}");

        template.sendBody("octolane:account?unmapped=custom&" + RESOLVED, record);
        assertThat(lastBody()).contains("\"Colour\":\"red\"").contains("\"text_123\":\"Bronze\"");

        assertThatThrownBy(() -> template.sendBody("octolane:account?unmapped=fail&" + RESOLVED, record))
                .cause()
                .isInstanceOfSatisfying(
                        OctolaneMappingException.class,
                        e -> assertThat(e.getProblems())
                                .extracting(OctolaneMappingException.Problem::toString)
                                .hasSize(2)
                                .anySatisfy(problem -> assertThat(problem).contains("Colour"))
                                .anySatisfy(problem ->
                                        assertThat(problem).contains("Tier").contains("[Gold, Silver]")));
    }

    private String lastBody() {
        return simulator.wireMock().getAllServeEvents().get(0).getRequest().getBodyAsString();
    }

    @Test
    void aLabelThatTwoFieldsShareNamesNeither() {
        template.sendBody(
                "octolane:account?operation=createFields",
                List.of(Map.of("name", "tier", "property_name", "text_999", "attribute_type", "string")));
        assertThatThrownBy(() -> template.sendBody(
                        "octolane:account?unmapped=fail&" + RESOLVED, Map.of("domain", "acme.com", "TIER", "Gold")))
                .cause()
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("TIER");
    }

    @Test
    void oneFieldUnderTwoNamesIsRefused() {
        assertThatThrownBy(() -> template.sendBody(
                        "octolane:account?" + RESOLVED,
                        Map.of("domain", "acme.com", "Tier", "Gold", "text_123", "Silver")))
                .cause()
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("text_123");
    }

    @Test
    void definitionsAreReadOnceForManyRecords() {
        BulkResult result = (BulkResult) template.requestBody(
                "octolane:account?operation=bulkCreate&bulkSize=2&" + RESOLVED,
                List.of(
                        Map.of("domain", "a.com", "Tier", "Gold"),
                        Map.of("domain", "b.com", "Tier", "Gold"),
                        Map.of("domain", "c.com", "Tier", "Gold")));
        assertThat(result.succeeded()).isEqualTo(3);
        assertThat(searches()).isEqualTo(1);
    }

    @Test
    void recordsWithoutCustomFieldsNeedNoDefinitions() {
        template.sendBody("octolane:account?" + RESOLVED, Map.of("domain", "acme.com"));
        assertThat(searches()).isZero();
    }

    @Test
    void definitionsAreReadAgainAfterAWhile() throws Exception {
        OctolaneEndpoint endpoint = context.getEndpoint("octolane:account", OctolaneEndpoint.class);
        var client = endpoint.createClient();
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
        CustomFieldCache cache = new CustomFieldCache(client, now::get);

        assertThat(cache.of(OctolaneObject.account, null).find("Segment")).isNull();
        template.sendBody(
                "octolane:account?operation=createFields",
                List.of(Map.of("name", "Segment", "property_name", "segment_1", "attribute_type", "string")));
        now.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(cache.of(OctolaneObject.account, null).find("Segment")).isNull();
        now.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(cache.of(OctolaneObject.account, null).find("Segment").propertyName())
                .isEqualTo("segment_1");
    }

    @Test
    void aRecordIsNotWrittenWhereTheDefinitionsCannotBeRead() {
        simulator.faults().on("POST", path -> path.endsWith("/search")).every(1, Fault.STATUS_503);
        assertThatThrownBy(() -> template.sendBody(
                        "octolane:account?maxRetries=1&" + RESOLVED, Map.of("domain", "acme.com", "Tier", "Gold")))
                .hasCauseInstanceOf(OctolaneServerException.class);
        assertThat(simulator.count("accounts")).isZero();
    }

    @Test
    void withoutTheOptionNamesGoAsTheSourceGivesThem() {
        template.sendBody("octolane:account", Map.of("domain", "acme.com", "Tier", "Gold"));
        assertThat(lastBody()).contains("\"Tier\":\"Gold\"");
        assertThat(searches()).isZero();
    }
}
