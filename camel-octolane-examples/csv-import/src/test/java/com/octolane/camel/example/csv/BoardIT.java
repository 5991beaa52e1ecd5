// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;

/**
 * The simulator's board in a browser, while the example imports. {@code -Dboard.screenshot=true} renews the picture in the documentation.
 */
class BoardIT {

    private static final Path PICTURE = Path.of("..", "..", "docs", "images", "board.png");

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    private static ChromeDriver browser;

    @TempDir
    Path inbox;

    private OctolaneSimulator simulator;

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void openTheBoard() {
        // here and not before all tests: what is skipped there leaves no message in the reports
        browser = browser == null ? Chromium.start() : browser;
        simulator = OCTOLANE.simulator();
        Chromium.resize(browser, 1280, 1000);
        browser.get(simulator.boardUrl());
        browser.executeScript("window.opened = 'once'");
        await(() -> assertThat(text("#live")).isEqualTo("live"));
    }

    @AfterEach
    void nothingWentWrongInTheBrowser() {
        if (browser == null) {
            return;
        }
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(browser.executeScript("return performance.getEntriesByType('resource').map(each => each.name)"
                        + ".filter(each => !each.startsWith(location.origin + '/'))"))
                .isEqualTo(List.of());
    }

    private static void await(org.awaitility.core.ThrowingRunnable assertion) {
        // a list may be drawn anew while its rows are looked at
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    private static String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private ImportReport importSamples() throws Exception {
        for (String name : List.of("accounts.csv", "contacts.csv", "opportunities.csv")) {
            try (InputStream in = CsvImport.class.getResourceAsStream("/samples/" + name)) {
                Files.copy(in, inbox.resolve(name));
            }
        }
        return CsvImport.run(
                inbox,
                Map.of(
                        "camel.component.octolane.base-url", simulator.baseUrl(),
                        "camel.component.octolane.api-key", simulator.apiKey(),
                        "camel.component.octolane.pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID));
    }

    private int statusOfACall() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/contacts?limit=5"))
                .header("x-api-key", simulator.apiKey())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void switchOn(String fault, String when) {
        new Select(browser.findElement(By.id("fault-name"))).selectByValue(fault);
        new Select(browser.findElement(By.id("fault-when"))).selectByValue(when);
        browser.findElement(By.cssSelector("#fault button")).click();
    }

    @Test
    void rowsOfTheImportAppearAndAFaultThatIsSwitchedOnIsSeenWithoutAReload() throws Exception {
        assertThat(text("[data-stage=Qualified]")).contains("0 deals");
        assertThat(importSamples().imported()).isGreaterThan(3000);

        await(() -> {
            assertThat(text("#counts")).startsWith("2,393 deals");
            assertThat(text("#accounts-count")).isEqualTo("the latest 50 of 300");
            assertThat(browser.findElements(By.cssSelector("#accounts tr"))).hasSize(50);
            assertThat(browser.findElements(By.cssSelector("[data-stage=Qualified] li .name")))
                    .hasSize(50);
            assertThat(browser.findElements(By.cssSelector("#calls tr")))
                    .anySatisfy(row -> assertThat(row.getText()).contains("POST /v1/opportunities/bulk", "201", "100"));
        });

        switchOn("STATUS_503", "next");
        await(() -> assertThat(text("#rules")).isEqualTo("next call: status 503"));
        assertThat(statusOfACall()).isEqualTo(503);
        assertThat(statusOfACall()).isEqualTo(200);
        await(() -> {
            assertThat(text("#calls tr:nth-child(2)")).contains("GET /v1/contacts", "503 (status 503)");
            assertThat(text("#calls tr:nth-child(1)")).contains("GET /v1/contacts", "200");
            assertThat(text("#rules")).isEqualTo("nothing");
            assertThat(text("#happened")).isEqualTo("So far: status 503 1×");
        });
        assertThat(browser.executeScript("return window.opened")).isEqualTo("once");

        if (Boolean.getBoolean("board.screenshot")) {
            takePicture();
        }
    }

    private void takePicture() throws Exception {
        switchOn("RATE_LIMITED_SECONDS", "every");
        await(() -> assertThat(text("#rules")).startsWith("every 2 calls"));
        for (int i = 0; i < 4; i++) {
            statusOfACall();
        }
        await(() -> assertThat(text("#calls tr:nth-child(1)")).contains("429"));
        await(() -> assertThat(browser.executeScript("return document.getAnimations().length"))
                .isEqualTo(0L));
        Files.createDirectories(PICTURE.getParent());
        Files.write(PICTURE, browser.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void everythingIsSwitchedOffAgainAndWhatMakesNoSenseIsRefusedInWords() throws Exception {
        switchOn("STATUS_503", "every");
        browser.findElement(By.cssSelector("#latency button")).click();
        browser.findElement(By.cssSelector("#rate button")).click();
        await(() -> assertThat(text("#rules").lines())
                .containsExactly(
                        "every 2 calls: status 503",
                        "latency: 250 ms",
                        "at most 5 calls a second, Retry-After: seconds"));
        browser.findElement(By.id("clear")).click();
        await(() -> assertThat(text("#rules")).isEqualTo("nothing"));
        assertThat(List.of(statusOfACall(), statusOfACall())).containsExactly(200, 200);

        browser.executeScript("document.getElementById('fault').noValidate = true;"
                + "document.getElementById('fault-n').value = '0'");
        switchOn("HANG", "every");
        await(() -> assertThat(text("#said")).isEqualTo("n must be a number from 1 to 1000000"));
        browser.manage().logs().get(LogType.BROWSER); // the refusal is noted there
    }

    @Test
    void whateverARecordIsCalledIsShownAsText() {
        String name = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";
        simulator.seed("opportunities", Map.of("name", name, "deal_size", 12500.5));
        simulator.seed("accounts", Map.of("domain", "a.com", "name", name));
        simulator.seed("contacts", Map.of("email", "a@a.com", "name", name, "job_title", name));

        await(() -> {
            assertThat(text("[data-stage=Lead] li .name")).isEqualTo(name);
            assertThat(text("[data-stage=Lead] li .amount")).isEqualTo("12,500.50");
            assertThat(text("#accounts .name")).isEqualTo(name);
            assertThat(text("#contacts .name")).isEqualTo(name);
        });
        assertThat(browser.findElements(By.cssSelector("img, body script + *, main script")))
                .isEmpty();
        assertThat(browser.executeScript("return window.pwned === undefined")).isEqualTo(true);
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSide() {
        Chromium.resize(browser, 360, 740);
        simulator.seed("opportunities", Map.of("name", "Averylongnamewithoutanygap".repeat(8), "deal_size", 1e12));
        simulator.seed("contacts", Map.of("email", "somebody-with-a-very-long-address@example-company.com"));

        await(() -> {
            assertThat(text("#contacts")).contains("somebody-with");
            assertThat(text("[data-stage=Lead]")).contains("Averylong");
        });
        assertThat(browser.executeScript("return window.innerWidth")).isEqualTo(360L);
        assertThat(browser.executeScript(
                        "return [document.documentElement, ...document.querySelectorAll('ul, .scroll')]"
                                + ".filter(each => each.scrollWidth > each.clientWidth).map(each => each.outerHTML)"))
                .isEqualTo(List.of());
    }

    @Test
    void theBoardSaysWhenTheSimulatorIsGone() {
        try (OctolaneSimulator other = OctolaneSimulator.builder().start()) {
            browser.get(other.boardUrl());
            await(() -> assertThat(text("#live")).isEqualTo("live"));
        }
        await(() -> assertThat(text("#live")).startsWith("no connection"));
        browser.manage().logs().get(LogType.BROWSER); // so does the log
        browser.get(simulator.boardUrl());
    }
}
