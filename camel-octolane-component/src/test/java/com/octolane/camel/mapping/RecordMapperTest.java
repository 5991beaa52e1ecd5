// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.JSON;
import static com.octolane.camel.mapping.Mapping.PIPELINE;
import static com.octolane.camel.mapping.Mapping.RECORD;
import static com.octolane.camel.mapping.Mapping.STAGE;
import static com.octolane.camel.mapping.Mapping.account;
import static com.octolane.camel.mapping.Mapping.changes;
import static com.octolane.camel.mapping.Mapping.contact;
import static com.octolane.camel.mapping.Mapping.create;
import static com.octolane.camel.mapping.Mapping.deal;
import static com.octolane.camel.mapping.Mapping.json;
import static com.octolane.camel.mapping.Mapping.map;
import static com.octolane.camel.mapping.Mapping.mapping;
import static com.octolane.camel.mapping.Mapping.plain;
import static com.octolane.camel.mapping.Mapping.problemsOf;
import static com.octolane.camel.mapping.Mapping.unmapped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMapperTest {

    @Test
    void aFlatOpportunityBecomesTheNestedRequest() {
        JsonNode item = plain().create(
                        OctolaneObject.opportunity,
                        map(
                                "Pipeline ID", PIPELINE,
                                "Name", " Pilot ",
                                "stage_name", "Won",
                                "Deal Size", "12,500.00",
                                "closeDate", "2026-02-11",
                                "next-action-date", "2026-02-12T10:00:00+01:00",
                                "Next.Steps", "call",
                                "account_domain", "https://www.Acme.com/about",
                                "primary_contact_email", "Ann@Acme.com",
                                "additional_contact_emails", "a@x.com; b@x.com",
                                "owner_email", "rep@ours.com",
                                "Lead Source", "webinar"),
                        Defaults.NONE);

        assertThat(json(item.toString()))
                .isEqualTo(json("{'pipeline_id':'" + PIPELINE + "','opportunity':{'name':'Pilot','stage_name':'Won',"
                        + "'deal_size':12500,'close_date':1770768000000,'next_action_date':1770886800000,"
                        + "'next_steps':'call','custom_attributes':{'Lead Source':'webinar'}},"
                        + "'related_objects':{'account_domain':'acme.com','primary_contact_email':'ann@acme.com',"
                        + "'additional_contact_emails':['a@x.com','b@x.com'],'owner_email':'rep@ours.com'}}"));
    }

    @Test
    void aNestedOpportunityBecomesTheSameRequest() {
        JsonNode nested = json("{'pipeline_id':'" + PIPELINE + "','opportunity':{'name':'Pilot','deal_size':25000,"
                + "'close_date':1790812800000,'custom_attributes':{'lead_source':'webinar'}},"
                + "'related_objects':{'account_domain':'acme.com','additional_contact_emails':['b@acme.com']}}");

        assertThat(create(plain(), OctolaneObject.opportunity, nested)).isEqualTo(nested);
        assertThat(create(plain(), OctolaneObject.opportunity, nested.toString()))
                .isEqualTo(nested);
        assertThat(create(plain(), OctolaneObject.opportunity, JSON.convertValue(nested, Map.class)))
                .isEqualTo(nested);
    }

    @Test
    void jsonNodesAndBeansInsideAMapAreTakenApart() {
        JsonNode item = plain().create(
                        OctolaneObject.opportunity,
                        Map.of(
                                "pipeline_id", json("'" + PIPELINE + "'"),
                                "opportunity", new Deal("Pilot"),
                                "related_objects", Map.of("account_domain", json("'www.acme.com'"))),
                        Defaults.NONE);

        assertThat(item.at("/opportunity/name").textValue()).isEqualTo("Pilot");
        assertThat(item.at("/related_objects/account_domain").textValue()).isEqualTo("acme.com");
    }

    record Deal(String name) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deal_size",
                "Deal Size",
                "dealSize",
                "DEAL-SIZE",
                "deal.size",
                " Deal_ size\u00A0",
                "\uFEFFDealSize"
            })
    void keysAreMatchedWithoutRegardToCaseAndSeparators(String key) {
        assertThat(deal(plain(), key, 5).at("/opportunity/deal_size").intValue())
                .isEqualTo(5);
    }

    @Test
    void theRecordsOwnPipelineAndStageGoBeforeTheDefaults() {
        Defaults defaults = new Defaults(RECORD, RECORD);
        JsonNode own = plain().create(
                        OctolaneObject.opportunity,
                        map("name", "A", "pipeline_id", PIPELINE, "stage_id", STAGE),
                        defaults);
        JsonNode byName = plain().create(OctolaneObject.opportunity, map("name", "A", "stage_name", "Won"), defaults);
        JsonNode blank = plain().create(
                        OctolaneObject.opportunity, map("name", "A", "pipeline_id", " ", "stage_id", null), defaults);

        assertThat(own.at("/pipeline_id").textValue()).isEqualTo(PIPELINE);
        assertThat(own.at("/opportunity/stage_id").textValue()).isEqualTo(STAGE);
        assertThat(byName.at("/opportunity")).isEqualTo(json("{'name':'A','stage_name':'Won'}"));
        assertThat(blank.at("/pipeline_id").textValue()).isEqualTo(RECORD);
        assertThat(blank.at("/opportunity/stage_id").textValue()).isEqualTo(RECORD);
    }

    @Test
    void ofTwoWaysToNameStageAndOwnerTheIdIsSent() {
        JsonNode item = deal(
                plain(), "stage_id", STAGE, "stage_name", "Won", "owner_email", "rep@ours.com", "owner_id", RECORD);

        assertThat(item.at("/opportunity")).isEqualTo(json("{'name':'Pilot','stage_id':'" + STAGE + "'}"));
        assertThat(item.at("/related_objects")).isEqualTo(json("{'owner_id':'" + RECORD + "'}"));
    }

    @Test
    void aRecordThatWasReadMayBeCreatedAgain() {
        JsonNode read = json(
                "{'id':'" + RECORD + "','name':'Pilot','pipeline_id':'" + PIPELINE + "','stage_id':'" + STAGE
                        + "','stage_name':'Won','account_id':'" + RECORD
                        + "','contact_id':null,'additional_contacts':[{'contact_id':'x'}],"
                        + "'custom_fields':{'tier':'gold-1'},'created_at':'2026-01-01T00:00:00.285099Z','updated_at':'2026-01-01T00:00:00Z'}");

        assertThat(plain().create(OctolaneObject.opportunity, read, Defaults.NONE))
                .isEqualTo(json("{'pipeline_id':'" + PIPELINE + "','opportunity':{'name':'Pilot','stage_id':'" + STAGE
                        + "','custom_attributes':{'tier':'gold-1'}}}"));
        assertThat(account("id", RECORD, "created_at", "x", "updatedAt", "y", "custom_fields", Map.of("tier", "g")))
                .isEqualTo(json("{'domain':'acme.com','tier':'g'}"));
        assertThat(contact("id", RECORD, "account_id", RECORD, "created_at", "x", "custom_fields", null))
                .isEqualTo(json("{'email':'ann@acme.com'}"));
    }

    @Test
    void aRecordThatWasReadMayBeUpdatedAgain() {
        Changes changes = plain().update(
                        OctolaneObject.account,
                        map(
                                "id",
                                RECORD,
                                "name",
                                "New",
                                "created_at",
                                "x",
                                "updated_at",
                                "y",
                                "custom_fields",
                                Map.of("tier", "g")));

        assertThat(changes.id()).isEqualTo(RECORD);
        assertThat(changes.changes()).isEqualTo(json("{'name':'New','tier':'g'}"));
    }

    @Test
    void anUpdateSendsTheFieldsFlatAndTheRelationsUnderTheirOwnNames() {
        assertThat(changes(
                        OctolaneObject.opportunity,
                        "Deal Size",
                        "€ 12.500,00",
                        "close_date",
                        "2026-02-11",
                        "Opportunity Account",
                        RECORD.toUpperCase(),
                        "opportunity_contact",
                        null,
                        "opportunity_other_stakeholders",
                        List.of(RECORD, STAGE)))
                .isEqualTo(json("{'deal_size':12500,'close_date':1770768000000,'opportunity_account':'" + RECORD
                        + "','opportunity_contact':null,'opportunity_other_stakeholders':['" + RECORD + "','" + STAGE
                        + "']}"));
        assertThat(changes(OctolaneObject.opportunity, "opportunity_other_stakeholders", List.of()))
                .isEqualTo(json("{'opportunity_other_stakeholders':[]}"));
        assertThat(problemsOf(() -> changes(OctolaneObject.opportunity, "opportunity_account", "acme.com")))
                .extracting(Problem::field)
                .containsExactly("opportunity_account");
    }

    @Test
    void nullIsSentOnlyByAnUpdateAndBlankTextNever() {
        assertThat(account("name", null, "industry", "  ", "my_field", null, "other", ""))
                .isEqualTo(json("{'domain':'acme.com'}"));
        assertThat(changes(OctolaneObject.account, "name", null, "industry", "  ", "my_field", null, "other", ""))
                .isEqualTo(json("{'name':null,'my_field':null}"));
        assertThat(account("tags", List.of())).isEqualTo(json("{'domain':'acme.com'}"));
    }

    @Test
    void anUpdateThatChangesNothingIsRefused() {
        assertThat(problemsOf(() -> changes(OctolaneObject.account, "id", RECORD, "created_at", "x", "name", " ")))
                .extracting(Problem::expected)
                .containsExactly("at least one field to change");
    }

    @Test
    void anIdOfAnUpdateMustBeAUuid() {
        assertThat(problemsOf(() -> changes(OctolaneObject.account, "id", "7", "name", "x")))
                .containsExactly(new Problem("id", "String", "a UUID"));
    }

    @Test
    void allProblemsOfARecordComeInOneException() {
        List<Problem> problems = problemsOf(() -> plain().create(
                        OctolaneObject.opportunity,
                        map(
                                "deal_size", "12.500",
                                "Close Date", "31.02.2026",
                                "account_domain", "not a domain",
                                "primary_contact_email", 7,
                                "owner_id", "x",
                                "my_field", Double.NaN),
                        Defaults.NONE));

        assertThat(problems)
                .extracting(Problem::field, Problem::valueType)
                .containsExactly(
                        tuple("deal_size", "String"),
                        tuple("Close Date", "String"),
                        tuple("account_domain", "String"),
                        tuple("primary_contact_email", "Integer"),
                        tuple("owner_id", "String"),
                        tuple("my_field", "Double"),
                        tuple("pipeline_id", "null"),
                        tuple("name", "null"));
        assertThat(problems)
                .extracting(Problem::expected)
                .allSatisfy(each -> assertThat(each).isNotBlank());
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    @Test
    void aRequiredFieldThatCannotBeReadIsOneProblem() {
        assertThat(problemsOf(() -> plain().create(OctolaneObject.account, map("Website", "n/a"), Defaults.NONE)))
                .extracting(Problem::field)
                .containsExactly("Website");
    }

    @ParameterizedTest
    @CsvSource({
        "account, domain",
        "contact, email",
        "activity, 'activity_type,title'",
        "opportunity, 'pipeline_id,name'"
    })
    void whatACreateMustHaveIsNamed(OctolaneObject object, String required) {
        assertThat(problemsOf(() -> plain().create(object, Map.of("x", 1), Defaults.NONE)))
                .extracting(Problem::field)
                .containsExactly(required.split(","));
    }

    @Test
    void twoSourceFieldsThatFillOneFieldMustAgree() {
        assertThat(problemsOf(() -> deal(plain(), "Deal Size", 1, "deal_size", 2)))
                .extracting(Problem::field)
                .containsExactly("deal_size");
        assertThat(deal(plain(), "Deal Size", 1, "deal_size", "1.0")
                        .at("/opportunity/deal_size")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void anExactNameGoesBeforeAnAliasAndAMappingBeforeBoth() {
        assertThat(account("Website", "other.com")).isEqualTo(json("{'domain':'acme.com'}"));
        assertThat(deal(mapping(Map.of("Betrag", "deal_size")), "amount", 1, "Betrag", 2, "deal_size", 3)
                        .at("/opportunity/deal_size")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void twoSourceFieldsThatFillOneCustomFieldMustAgree() {
        RecordMapper mapper = mapping(Map.of("Quelle", "lead_source", "Herkunft", "lead_source"));

        assertThat(problemsOf(() -> deal(mapper, "Quelle", "web", "Herkunft", "fair")))
                .extracting(Problem::field)
                .containsExactly("Herkunft");
        assertThat(problemsOf(() -> account("tier", "a", "custom_fields", Map.of("tier", "b"))))
                .extracting(Problem::field)
                .containsExactly("custom_fields.tier");
        assertThat(deal(mapper, "Quelle", "web", "Herkunft", "web").at("/opportunity/custom_attributes"))
                .isEqualTo(json("{'lead_source':'web'}"));
    }

    @Test
    void aCustomFieldNeverReplacesAFieldOfTheApi() {
        assertThat(problemsOf(() -> account("custom_fields", Map.of("domain", "evil.com"))))
                .extracting(Problem::field)
                .containsExactly("custom_fields.domain");
        assertThat(problemsOf(() -> changes(OctolaneObject.opportunity, "custom_fields", Map.of("deal_size", "much"))))
                .extracting(Problem::field)
                .containsExactly("custom_fields.deal_size");
    }

    @Test
    void aKeyThatHasNoTextIsAProblemOfTheFieldAroundIt() {
        Map<Object, Object> fields = Map.of(new MapperPropertiesTest.Throwing(), 1);

        assertThat(problemsOf(() -> account("custom_fields", fields)))
                .extracting(Problem::field)
                .containsExactly("custom_fields");
    }

    @Test
    void aBeanInsideARecordThatFailsIsAProblemOfItsField() {
        assertThat(problemsOf(() -> account("Our Tier", new MapperPropertiesTest.Throwing())))
                .extracting(Problem::field, Problem::valueType)
                .containsExactly(tuple("Our Tier", "Throwing"));
    }

    @Test
    void aBeanThatFailsIsRefusedForTheReasonItGives() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        plain().create(OctolaneObject.account, new MapperPropertiesTest.Throwing(), Defaults.NONE)))
                .hasMessageContaining("Throwing")
                .hasRootCauseMessage("no name");
    }

    @Test
    void whatLiesDeepInACustomFieldIsSentToo() {
        JsonNode deep = json("{'a':{'b':{'c':{'d':{'e':1}}}}}");

        assertThat(account("deep", JSON.convertValue(deep, Map.class)).get("deep"))
                .isEqualTo(deep);
    }

    @Test
    void theRelationsThatAnUpdateSetsAreNoFieldsOfACreate() {
        assertThat(deal(plain(), "opportunity_account", "acme.com").at("/opportunity/custom_attributes"))
                .isEqualTo(json("{'opportunity_account':'acme.com'}"));
        assertThat(changes(OctolaneObject.account, "opportunity_account", "acme.com"))
                .isEqualTo(json("{'opportunity_account':'acme.com'}"));
    }

    @Test
    void customFieldsThatAreNoObjectAreRefused() {
        assertThat(problemsOf(() -> account("custom_fields", List.of(1))))
                .extracting(Problem::field)
                .containsExactly("custom_fields");
    }

    @Test
    void aMappingIsBlindToSpellingAndMayNameACustomField() {
        RecordMapper mapper = mapping(Map.of("Betrag (EUR)", "Deal Size", "Quelle", "lead_source"));

        assertThat(deal(mapper, "betrag_(eur)", "1.234,56", "QUELLE", "Messe").at("/opportunity"))
                .isEqualTo(json("{'name':'Pilot','deal_size':1234.56,'custom_attributes':{'lead_source':'Messe'}}"));
    }

    @Test
    void aMappingMayNameTheIdOfAnUpdateAndReachesIntoNestedRecords() {
        RecordMapper mapper = mapping(Map.of("Octolane", "id", "company.url", "domain"));

        assertThat(mapper.update(OctolaneObject.account, map("Octolane", RECORD, "name", "x")))
                .isEqualTo(new Changes(RECORD, JSON.createObjectNode().put("name", "x")));
        assertThat(mapper.create(
                        OctolaneObject.account,
                        map("Octolane", RECORD, "company", Map.of("url", "www.acme.com")),
                        Defaults.NONE))
                .isEqualTo(json("{'domain':'acme.com'}"));
    }

    @Test
    void aFieldThatNoRuleKnowsIsSentIgnoredOrRefused() {
        Map<String, Object> record = map("domain", "acme.com", "Our Tier", Map.of("a", 1), "none", null, "id", 7);

        assertThat(unmapped(Unmapped.custom).create(OctolaneObject.account, record, Defaults.NONE))
                .isEqualTo(json("{'domain':'acme.com','Our Tier':{'a':1}}"));
        assertThat(unmapped(Unmapped.ignore).create(OctolaneObject.account, record, Defaults.NONE))
                .isEqualTo(json("{'domain':'acme.com'}"));
        assertThat(problemsOf(() -> unmapped(Unmapped.fail).create(OctolaneObject.account, record, Defaults.NONE)))
                .extracting(Problem::field)
                .containsExactly("Our Tier");
    }

    @Test
    void aColumnWithoutANameMayBeEmptyOnly() {
        Map<String, Object> empty = map("domain", "acme.com", "", " ", " ", null);
        Map<String, Object> full = new HashMap<>(Map.of("domain", "acme.com"));
        full.put(null, "lost");

        assertThat(plain().create(OctolaneObject.account, empty, Defaults.NONE))
                .isEqualTo(json("{'domain':'acme.com'}"));
        assertThat(problemsOf(() -> plain().create(OctolaneObject.account, full, Defaults.NONE)))
                .containsExactly(new Problem("", "String", "a field with a name"));
        assertThat(unmapped(Unmapped.ignore).create(OctolaneObject.account, full, Defaults.NONE))
                .isEqualTo(json("{'domain':'acme.com'}"));
    }

    @Test
    void aNoteIsPassedThroughAsItIs() {
        assertThat(plain().create(
                                OctolaneObject.note,
                                map(
                                        "Some Text",
                                        "a",
                                        "accounts",
                                        List.of("acme.com"),
                                        "deep",
                                        Map.of("x", 1.5),
                                        "n",
                                        null,
                                        "b",
                                        " "),
                                Defaults.NONE))
                .isEqualTo(json("{'Some Text':'a','accounts':['acme.com'],'deep':{'x':1.5}}"));
        assertThat(mapping(Map.of("Text", "body")).create(OctolaneObject.note, map("text", "a"), Defaults.NONE))
                .isEqualTo(json("{'body':'a'}"));
        assertThat(problemsOf(() -> plain().create(OctolaneObject.note, map("x", " "), Defaults.NONE)))
                .extracting(Problem::field)
                .containsExactly("body");
    }

    @Test
    void anExchangeAndAMessageStandForTheirBodies() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(Map.of("domain", "acme.com"));

            assertThat(plain().create(OctolaneObject.account, exchange, Defaults.NONE))
                    .isEqualTo(account());
            assertThat(plain().create(OctolaneObject.account, exchange.getMessage(), Defaults.NONE))
                    .isEqualTo(account());
        }
    }

    @ParameterizedTest
    @EnumSource(OctolaneObject.class)
    void whatIsNoRecordIsRefusedByTheNameOfItsType(OctolaneObject object) {
        for (Object body : Arrays.asList(7, true, 'x', List.of(1), new int[] {1}, "[1]", "{", Thread.State.NEW)) {
            assertThat(problemsOf(() -> plain().create(object, body, Defaults.NONE)))
                    .singleElement()
                    .satisfies(each -> assertThat(each.field()).isEqualTo("body"));
        }
        assertThat(problemsOf(() -> plain().create(object, null, Defaults.NONE)))
                .extracting(Problem::valueType)
                .containsExactly("null");
    }
}
