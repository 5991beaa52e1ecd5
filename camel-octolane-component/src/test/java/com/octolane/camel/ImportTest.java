// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import com.octolane.camel.simulator.RetryAfterForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page about the simulator shows of tests. */
class ImportTest {

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(
            OctolaneSimulator.builder().pipeline("11111111-1111-4111-8111-111111111111", "Partners", "Open", "Signed"));

    @Test
    void aDealIsCreatedOnceThoughTheFirstAnswerIs429(OctolaneSimulator octolane) throws Exception {
        octolane.seed("accounts", Map.of("domain", "acme.com", "name", "Acme"));
        octolane.faults().next(Fault.RATE_LIMITED);

        // run your route with octolane.baseUrl() and octolane.apiKey()
        importDeals(octolane);

        assertThat(octolane.records("opportunities")).hasSize(1);
        octolane.wireMock().verify(2, postRequestedFor(urlPathEqualTo("/v1/opportunities/bulk")));
    }

    private static void importDeals(OctolaneSimulator octolane) throws Exception {
        CamelContext context = new DefaultCamelContext();
        try {
            OctolaneComponent component = new OctolaneComponent();
            component.getConfiguration().setBaseUrl(octolane.baseUrl());
            component.getConfiguration().setApiKey(octolane.apiKey());
            component.getConfiguration().setRetryDelay("5");
            context.addComponent("octolane", component);
            context.start();
            context.createProducerTemplate()
                    .sendBody(
                            "octolane:opportunity?operation=bulkCreate&pipelineId=11111111-1111-4111-8111-111111111111"
                                    + "&maxRetries=1&failOnPartial=false",
                            List.of(Map.of("name", "Pilot", "account_domain", "acme.com")));
        } finally {
            context.close();
        }
    }

    @Test
    void faultsComeByAScript(OctolaneSimulator octolane) throws Exception {
        octolane.faults().on(path -> path.endsWith("/bulk")).onCall(2, Fault.RESET_AFTER_WRITE);
        octolane.faults().rateLimit(5, RetryAfterForm.SECONDS);

        for (int run = 0; run < 3; run++) {
            importDeals(octolane);
        }
        assertThat(octolane.records("opportunities")).hasSize(3);
    }

    @Test
    void theSettingsForASimulatorThatRunsByItselfAreItsDefaults() throws Exception {
        Properties settings = new Properties();
        settings.load(Files.newBufferedReader(Path.of("src", "test", "resources", "docs", "simulator.properties")));
        try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
            assertThat(settings)
                    .containsEntry("camel.component.octolane.api-key", simulator.apiKey())
                    .containsEntry("camel.component.octolane.pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID)
                    .containsEntry(
                            "camel.component.octolane.base-url",
                            simulator.baseUrl().replaceFirst(":\\d+", ":8080"));
        }
    }
}
