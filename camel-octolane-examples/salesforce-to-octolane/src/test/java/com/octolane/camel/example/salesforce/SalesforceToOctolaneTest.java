// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesforceToOctolaneTest {

    @TempDir
    Path folder;

    private SampleOrg org;
    private OctolaneSimulator crm;
    private Map<String, String> settings;
    private Passes.Counts counts;

    @BeforeEach
    void start() {
        org = SampleOrg.start();
        crm = SampleOrg.octolane();
        settings = new HashMap<>(org.settings(crm, folder));
    }

    @AfterEach
    void stop() {
        crm.close();
        org.close();
    }

    /** A program of its own that makes one pass. */
    private String pass() throws Exception {
        return SalesforceToOctolane.run(settings, (pass, done, failure) -> {
            counts = done;
            return false;
        });
    }

    private Map<String, Object> deal(int number) {
        return crm.records("opportunities").stream()
                .filter(each -> each.get("custom_fields").toString().contains(SampleOrg.id("006", number)))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> record(String plural, String field, String value) {
        return crm.records(plural).stream()
                .filter(each -> value.equals(each.get(field)))
                .findFirst()
                .orElseThrow();
    }

    private int writes() {
        return crm.wireMock()
                        .countRequestsMatching(patchRequestedFor(anyUrl()).build())
                        .getCount()
                + crm.wireMock()
                        .countRequestsMatching(
                                postRequestedFor(urlPathMatching("/v1/(accounts|contacts|opportunities)(/bulk)?"))
                                        .build())
                        .getCount();
    }

    @Test
    void allPagesMoveWithTheirRelationsAndALaterRunMovesOnlyWhatChanged() throws Exception {
        assertThat(pass()).isNull();

        int all = SampleRecords.ACCOUNTS + SampleRecords.CONTACTS + SampleRecords.DEALS;
        assertThat(counts).isEqualTo(new Passes.Counts(all, 0, 0, 2));
        assertThat(crm.count("accounts")).isEqualTo(SampleRecords.ACCOUNTS);
        assertThat(crm.count("contacts")).isEqualTo(SampleRecords.CONTACTS);
        assertThat(crm.count("opportunities")).isEqualTo(SampleRecords.DEALS);
        Map<String, Object> account = record("accounts", "domain", "company5.example");
        Map<String, Object> contact = record("contacts", "email", SampleRecords.email(5));
        assertThat(account).containsEntry("name", "Company 5");
        assertThat(contact)
                .containsEntry("account_id", account.get("id"))
                .containsEntry("current_company", "Company 5");
        assertThat(deal(5))
                .containsEntry("name", "Deal 5")
                .containsEntry("stage_name", "Prospecting")
                .containsEntry("account_id", account.get("id"))
                .containsEntry("contact_id", contact.get("id"))
                .containsEntry("owner_email", "rep2@ours.example");
        assertThat(deal(5).get("additional_contacts").toString()).contains(SampleRecords.email(30));
        assertThat(deal(SampleRecords.DEALS)).containsEntry("account_id", null);

        crm.wireMock().resetRequests();
        assertThat(pass()).isNull();
        assertThat(counts).isEqualTo(new Passes.Counts(0, 0, 3, 2));
        assertThat(writes()).isZero();

        org.change("Opportunity", SampleOrg.id("006", 7), Map.of("StageName", "Closed Lost"));
        assertThat(pass()).isNull();
        assertThat(counts).isEqualTo(new Passes.Counts(0, 1, 3, 2));
        assertThat(writes()).isEqualTo(1);
        assertThat(deal(7)).containsEntry("stage_name", "Closed Lost");

        // with nothing remembered everything is read again, and found as it is
        Files.delete(folder.resolve("positions"));
        crm.wireMock().resetRequests();
        assertThat(pass()).isNull();
        assertThat(counts).isEqualTo(new Passes.Counts(0, 0, all, 2));
        assertThat(writes()).isZero();
    }

    @Test
    void thePositionStaysWhereOctolaneCouldNotTakeAPageAndTheNextRunGoesOn() throws Exception {
        settings.put("camel.component.octolane.max-retries", "0");
        crm.faults().on("POST", path -> path.equals("/v1/contacts/bulk")).onCall(2, Fault.STATUS_503);

        assertThat(pass()).contains("which stays to be moved").hasLineCount(1);
        assertThat(crm.count("contacts")).isEqualTo(SampleQueries.PAGE);
        assertThat(crm.count("opportunities")).isZero();
        assertThat(Files.readAllLines(folder.resolve("positions")).toString()).doesNotContain("Opportunity");

        assertThat(pass()).isNull();
        assertThat(crm.count("contacts")).isEqualTo(SampleRecords.CONTACTS);
        assertThat(crm.count("opportunities")).isEqualTo(SampleRecords.DEALS);
    }

    @Test
    void aSessionThatExpiredIsRenewedAndThePassGoesOn() throws Exception {
        org.wireMock()
                .stubFor(get(urlPathMatching("/services/data/.*/query/01g.*-40"))
                        .inScenario("session")
                        .whenScenarioStateIs("Started")
                        .willSetStateTo("renewed")
                        .willReturn(jsonResponse(
                                "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]",
                                401)));

        assertThat(pass()).isNull();
        assertThat(crm.count("opportunities")).isEqualTo(SampleRecords.DEALS);
        org.wireMock().verify(2, postRequestedFor(urlPathEqualTo("/services/oauth2/token")));
        assertThat(org.wireMock().findAll(getRequestedFor(urlPathMatching(".*-40"))))
                .hasSize(3);
    }

    @Test
    void aRefusedLoginIsToldInOneLineAndNothingIsMoved() throws Exception {
        settings.put("salesforce.client-secret", "wrong-secret");

        assertThat(pass())
                .contains("Salesforce refused the login", "invalid client credentials")
                .hasLineCount(1)
                .doesNotContain("wrong-secret");
        assertThat(crm.count("accounts")).isZero();
        assertThat(folder.resolve("positions"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).isEmptyFile());
    }

    @Test
    void aRefusedKeyIsToldInOneLineAndLosesNothing() throws Exception {
        settings.put("octolane.api-key", "wrong-key");

        assertThat(pass())
                .isEqualTo("Octolane refused the key (401): set OCTOLANE_API_KEY")
                .doesNotContain("wrong-key");
        settings.put("octolane.api-key", crm.apiKey());
        assertThat(pass()).isNull();
        assertThat(counts.created()).isEqualTo(120);
        assertThat(List.of("accounts", "contacts", "opportunities"))
                .allSatisfy(plural -> assertThat(crm.count(plural)).isPositive());
    }
}
