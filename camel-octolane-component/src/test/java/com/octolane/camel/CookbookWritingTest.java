// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneValidationException;
import com.octolane.camel.cookbook.BeanToAccount;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipes of the cookbook that write, in each language. */
class CookbookWritingTest extends Cookbook {

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    @ParameterizedTest
    @EnumSource
    void aFileOfDealsIsImportedOnceAndMovedByItsOutcome(Dsl dsl) throws Exception {
        needCsv();
        start(dsl, "csv-to-deals");
        String good = "Deal,Website,Value,Closes,Remark\nPilot,www.acme.com,\"12,500.00\",24.11.2026,x\n"
                + "Rollout,acme.com,,,\n";
        put("monday.csv", good);
        textOf("inbox/done/monday.csv");
        put("monday.csv", good);
        await().until(() -> Files.notExists(folder.resolve("inbox/monday.csv")));
        put("tuesday.csv", good + "Third,other.com,a lot,,\n");
        textOf("inbox/failed/tuesday.csv");
        assertThat(simulator.records("opportunities"))
                .extracting(deal -> deal.get("name"))
                .containsExactly("Pilot", "Rollout");
        assertThat(simulator.records("opportunities").toString()).doesNotContainIgnoringCase("remark");
        assertThat(simulator.records("opportunities").get(0))
                .containsEntry("stage_name", "Lead")
                .containsEntry("deal_size", 12500)
                .containsEntry("close_date", 1795478400000L);
    }

    @ParameterizedTest
    @EnumSource
    void aJsonMessageBecomesADealWithItsCompanyAndItsBuyer(Dsl dsl) throws Exception {
        start(dsl, "json-to-deal");
        template.sendBody(
                "direct:json-to-deal",
                "{\"title\":\"Pilot\",\"company\":\"https://www.acme.com\",\"buyer\":\"ann@acme.com\",\"value\":900}");
        Map<String, Object> deal = simulator.records("opportunities").get(0);
        assertThat(deal).containsEntry("name", "Pilot").containsEntry("deal_size", 900);
        assertThat(bodies("deal-ids")).containsExactly((String) deal.get("id"));
        assertThat(simulator.records("accounts").get(0)).containsEntry("domain", "acme.com");
        assertThat(simulator.records("contacts").get(0)).containsEntry("email", "ann@acme.com");
        assertThatThrownBy(() ->
                        template.sendBody("direct:json-to-deal", "{\"title\":\"B\",\"value\":\"?\",\"color\":\"red\"}"))
                .cause()
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContainingAll("value", "color");
        assertThat(simulator.count("opportunities")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void aBeanBecomesAnAccountAndTheSameAccountWhenItComesAgain(Dsl dsl) throws Exception {
        start(dsl, "bean-to-account");
        BeanToAccount.Company acme =
                new BeanToAccount.Company("Acme", URI.create("https://www.acme.com/about"), "51-200");
        template.sendBody("direct:bean-to-account", acme);
        template.sendBody(
                "direct:bean-to-account", new BeanToAccount.Company(null, URI.create("http://acme.com"), null));
        assertThat(simulator.records("accounts"))
                .singleElement()
                .satisfies(account -> assertThat(account)
                        .containsEntry("domain", "acme.com")
                        .containsEntry("name", "Acme")
                        .containsEntry("employee_range", "51-200"))
                .satisfies(account -> assertThat(bodies("account-ids"))
                        .containsExactly((String) account.get("id"), (String) account.get("id")));
    }

    @ParameterizedTest
    @EnumSource
    void anAccountIsFoundByItsDomainAndOnlyANewOneIsTold(Dsl dsl) throws Exception {
        start(dsl, "upsert-account");
        template.sendBody("direct:upsert-account", Map.of("domain", "acme.com", "name", "Acme"));
        template.sendBody("direct:upsert-account", Map.of("domain", "acme.com", "name", "Acme"));
        simulator.wireMock().verify(0, patchRequestedFor(urlPathMatching("/v1/accounts.*")));
        template.sendBody("direct:upsert-account", Map.of("domain", "www.acme.com", "name", "Acme Ltd"));
        assertThat(simulator.records("accounts"))
                .singleElement()
                .satisfies(account -> assertThat(account).containsEntry("name", "Acme Ltd"))
                .satisfies(account -> assertThat(bodies("new-accounts")).containsExactly((String) account.get("id")));
    }

    @ParameterizedTest
    @EnumSource
    void aHundredMessagesAreOneCallAndARefusedOneComesBackAlone(Dsl dsl) throws Exception {
        start(dsl, "messages-in-bulk");
        IntStream.range(0, 99)
                .forEach(i -> template.sendBody("direct:leads", Map.of("email", "lead" + i + "@acme.com")));
        template.sendBody("direct:leads", Map.of("email", "nobody"));
        await().until(() -> !queue("refused-leads").isEmpty());
        assertThat(simulator.count("contacts")).isEqualTo(99);
        simulator.wireMock().verify(1, postRequestedFor(urlPathEqualTo("/v1/contacts/bulk")));
        assertThat(bodies("refused-leads")).containsExactly("{email=nobody}");
        assertThat(queue("refused-leads").get(0).getMessage().getHeader("reason", String.class))
                .contains("email");
    }

    @ParameterizedTest
    @EnumSource
    void aDealIsMovedToTheStageOfTheEvent(Dsl dsl) throws Exception {
        start(dsl, "move-deal");
        String id = (String) simulator
                .seed("opportunities", Map.of("name", "Pilot", "stage_name", "Proposal", "deal_size", 900))
                .get("id");
        template.sendBody("direct:contract-signed", "{\"deal\":\"" + id + "\",\"signed\":\"2026-11-24\"}");
        assertThat(simulator.find("opportunities", id))
                .containsEntry("stage_name", "Won")
                .containsEntry("close_date", 1795478400000L)
                .containsEntry("name", "Pilot")
                .containsEntry("deal_size", 900);
        assertThatThrownBy(() -> template.sendBody(
                        "direct:contract-signed",
                        "{\"deal\":\"" + DEFAULT_PIPELINE_ID + "\",\"signed\":\"2026-11-24\"}"))
                .cause()
                .isInstanceOf(OctolaneValidationException.class)
                .hasMessageContaining("Record not found");
    }

    @ParameterizedTest
    @EnumSource
    void anEventOfATelephoneBecomesAnActivityOfItsPeople(Dsl dsl) throws Exception {
        start(dsl, "event-to-activity");
        template.sendBody(
                "direct:call-ended",
                "{\"kind\":\"call\",\"subject\":\"Price\",\"summary\":\"wants \\\"net 30\\\"\",\"line\":7,"
                        + "\"people\":\"ann@acme.com; bo@acme.com\",\"company\":\"www.acme.com\","
                        + "\"ended\":\"2026-11-24T10:00:00Z\"}");
        assertThat(simulator.records("activities"))
                .singleElement()
                .satisfies(activity -> assertThat(activity)
                        .containsEntry("activity_type", "CALL")
                        .containsEntry("title", "Price")
                        .containsEntry("description", "wants \"net 30\"")
                        .containsEntry("participants", List.of("ann@acme.com", "bo@acme.com"))
                        .containsEntry("domains", List.of("acme.com")));
        assertThatThrownBy(() -> template.sendBody("direct:call-ended", "{\"kind\":\"chat\",\"subject\":\"x\"}"))
                .cause()
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContainingAll("kind", "MEETING", "WHATSAPP_MESSAGE");
    }

    @ParameterizedTest
    @EnumSource
    void theMessageSaysWhatToDoWithWhichObject(Dsl dsl) throws Exception {
        start(dsl, "any-object");
        template.sendBodyAndHeaders(
                "direct:any-object", Map.of("domain", "acme.com"), Map.of("object", "account", "operation", "create"));
        template.sendBodyAndHeaders(
                "direct:any-object",
                List.of(Map.of("email", "ann@acme.com"), Map.of("email", "bo@acme.com")),
                Map.of("object", "contact", "operation", "bulkUpsert"));
        assertThat(simulator.count("accounts")).isOne();
        assertThat(simulator.count("contacts")).isEqualTo(2);
        assertThatThrownBy(() -> template.sendBodyAndHeaders(
                        "direct:any-object", Map.of(), Map.of("object", "lead", "operation", "create")))
                .hasStackTraceContaining("opportunity, account, contact, note, activity");
    }
}
