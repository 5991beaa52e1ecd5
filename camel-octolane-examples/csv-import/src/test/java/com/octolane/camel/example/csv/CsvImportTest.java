// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.csv;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    @TempDir
    Path inbox;

    private OctolaneSimulator simulator;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream console;

    @BeforeEach
    void start() {
        simulator = OctolaneSimulator.builder().start();
        console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(console);
        simulator.close();
    }

    private ImportReport run(String key) throws Exception {
        return CsvImport.run(
                inbox,
                Map.of(
                        "camel.component.octolane.base-url",
                        simulator.baseUrl(),
                        "camel.component.octolane.api-key",
                        key,
                        "camel.component.octolane.pipeline-id",
                        OctolaneSimulator.DEFAULT_PIPELINE_ID));
    }

    private String lastLine() {
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        return lines.get(lines.size() - 1);
    }

    private void sample(String name) throws IOException {
        try (InputStream in = CsvImport.class.getResourceAsStream("/samples/" + name)) {
            Files.copy(in, inbox.resolve(name));
        }
    }

    private Map<String, Object> deal(String name) {
        return simulator.records("opportunities").stream()
                .filter(each -> name.equals(each.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMessyExportsBecomeRecordsAndTheBadRowsAReport() throws Exception {
        sample("accounts.csv");
        sample("contacts.csv");
        sample("opportunities.csv");
        ImportReport report = run(simulator.apiKey());

        assertThat(lastLine())
                .isEqualTo("Imported " + report.imported() + " of 3152 rows into Octolane, " + report.rejected()
                        + " rejected (" + inbox.resolve("reports") + ")");
        assertThat(simulator.count("opportunities")).isEqualTo(2400 - 7);
        assertThat(report.rejected()).isEqualTo(2 + 6 + 7);

        Map<String, Object> acme = deal("Acme – pilot");
        assertThat(((Number) acme.get("deal_size")).doubleValue()).isEqualTo(12500);
        assertThat(((Number) acme.get("close_date")).longValue()).isEqualTo(1770768000000L);
        assertThat(acme)
                .containsEntry("stage_name", "Qualified")
                .containsEntry("next_steps", "send proposal, then\ncall Ann");
        assertThat(acme.get("custom_fields").toString()).contains("Webinar");
        assertThat(simulator.records("accounts").stream().filter(each -> "acme.com".equals(each.get("domain"))))
                .singleElement()
                .satisfies(account -> assertThat(account).containsEntry("id", acme.get("account_id")));
        assertThat(simulator.records("contacts"))
                .anySatisfy(contact -> assertThat(contact)
                        .containsEntry("email", "ann.mueller@acme.com")
                        .containsEntry("id", acme.get("contact_id")));

        List<String> rejected = Files.readAllLines(inbox.resolve("reports/opportunities-rejected.csv"));
        assertThat(rejected.get(0)).startsWith("Deal Name,Stage,Amount,").endsWith(",octolane_error");
        assertThat(String.join("\n", rejected))
                .contains("Field 'Amount' (String): expected a number")
                .contains("Field 'Expected Close' (String): expected a date")
                .contains("Field 'Contact E-Mail' (String): expected an e-mail address")
                .contains("Daydreaming");
        assertThat(inbox.resolve("done/opportunities.csv")).exists();
    }

    @Test
    void aCorrectedReportCanBeFedAgain() throws Exception {
        Files.writeString(inbox.resolve("opportunities.csv"), "Deal Name,Amount\nA,10\nB,lots\n");
        run(simulator.apiKey());
        Path report = inbox.resolve("reports/opportunities-rejected.csv");
        Files.writeString(
                inbox.resolve("opportunities-2.csv"), Files.readString(report).replace("lots", "20"));
        assertThat(run(simulator.apiKey()).imported()).isEqualTo(1);
        assertThat(((Number) deal("B").get("deal_size")).intValue()).isEqualTo(20);
        assertThat(deal("B").get("custom_fields").toString()).doesNotContain("octolane_error");
    }

    @Test
    void aFileThatIsNoCsvGetsAnErrorReportAndTheNextOneGoesOn() throws Exception {
        Files.writeString(inbox.resolve("accounts-1.csv"), "Company,Website\nA,a.com\n\"B,b.com\nno end of quotes");
        Files.writeString(inbox.resolve("accounts-2.csv"), "Company,Website\nC,c.com\n");
        run(simulator.apiKey());
        assertThat(inbox.resolve("failed/accounts-1.csv")).exists();
        assertThat(inbox.resolve("reports/accounts-1.csv.error.txt"))
                .content()
                .contains("accounts-1.csv could not be imported after row 1");
        assertThat(inbox.resolve("done/accounts-2.csv")).exists();
        assertThat(simulator.records("accounts"))
                .extracting(each -> each.get("domain"))
                .contains("c.com");
    }

    @Test
    void aWrongKeyKeepsTheFileAndTellsWhy() throws Exception {
        sample("accounts.csv");
        run("wrong");
        assertThat(inbox.resolve("failed/accounts.csv")).exists();
        assertThat(lastLine()).startsWith("Imported 0 of 302 rows into Octolane, 302 rejected");
        assertThat(Files.readString(inbox.resolve("reports/accounts-rejected.csv")))
                .containsIgnoringCase("key");
    }

    @Test
    void aQuotedHeadingBehindAByteOrderMarkIsKnown() throws Exception {
        Files.writeString(inbox.resolve("deals.csv"), "\uFEFF\"Deal Name\",\"Amount\"\r\n\"A\",\"10\"\r\n");
        assertThat(run(simulator.apiKey()).imported()).isEqualTo(1);
        assertThat(lastLine()).isEqualTo("Imported 1 of 1 rows into Octolane, 0 rejected (no report)");
    }

    @Test
    void aRejectedRowThatEndsEarlyDoesNotShortenTheReport() throws Exception {
        Files.writeString(inbox.resolve("deals.csv"), "Deal Name,Amount,Stage\n \nA,lots,\nB,10,Nowhere\n");
        run(simulator.apiKey());
        Path report = inbox.resolve("reports/deals-rejected.csv");
        assertThat(lastLine()).isEqualTo("Imported 0 of 3 rows into Octolane, 3 rejected (" + report + ")");
        assertThat(Files.readAllLines(report))
                .satisfiesExactly(
                        heading -> assertThat(heading).isEqualTo("Deal Name,Amount,Stage,octolane_error"),
                        first -> assertThat(first).startsWith("\"\",,,").contains("name"),
                        second -> assertThat(second).startsWith("A,lots,,").contains("Amount"),
                        third -> assertThat(third).startsWith("B,10,Nowhere,").contains("stage"));
    }

    @Test
    void aFileInAnotherEncodingIsKeptRatherThanImportedWithBrokenLetters() throws Exception {
        Files.write(
                inbox.resolve("accounts.csv"),
                "Company,Website\nM\u00FCller,mueller.de\n".getBytes(StandardCharsets.ISO_8859_1));
        run(simulator.apiKey());
        assertThat(simulator.count("accounts")).isZero();
        assertThat(inbox.resolve("failed/accounts.csv")).exists();
        assertThat(inbox.resolve("reports/accounts.csv.error.txt")).content().contains("not text in UTF-8");
    }

    @Test
    void theReportOfAnEarlierFileIsNotOverwritten() throws Exception {
        for (String amount : List.of("lots", "plenty")) {
            Files.writeString(inbox.resolve("deals.csv"), "Deal Name,Amount\nA," + amount + "\n");
            run(simulator.apiKey());
        }
        assertThat(inbox.resolve("reports/deals-rejected.csv")).content().contains("A,lots,");
        assertThat(inbox.resolve("reports/deals-rejected-2.csv")).content().contains("A,plenty,");
    }

    @Test
    void aDealWhoseOutcomeNobodyKnowsIsMarkedInTheReport() throws Exception {
        simulator
                .wireMock()
                .stubFor(post(urlPathEqualTo("/v1/opportunities/bulk"))
                        .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        Files.writeString(inbox.resolve("deals.csv"), "Deal Name,Amount\nA,10\n");
        run(simulator.apiKey());
        assertThat(inbox.resolve("reports/deals-rejected.csv")).content().contains("A,10,\"outcome unknown: ");
    }
}
