// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipes of the cookbook for what goes wrong, in each language. */
class CookbookFailuresTest extends Cookbook {

    /** One for each test: after answers 429, calls to one address are slow for a while. */
    @RegisterExtension
    final OctolaneSimulatorExtension octolane = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    @ParameterizedTest
    @EnumSource
    void aRefusedRecordIsPutAsideWithTheFieldThatIsWrong(Dsl dsl) throws Exception {
        start(dsl, "refused-records");
        template.sendBody("direct:contacts", "{\"email\":\"no address\"}");
        simulator
                .wireMock()
                .stubFor(post(urlPathEqualTo("/v1/contacts"))
                        .withRequestBody(containing("bo@acme.com"))
                        .willReturn(badRequest()
                                .withBody("{\"success\":false,\"message\":\"Validation error\","
                                        + "\"errors\":{\"job_title\":\"is not known\"}}")));
        template.sendBody("direct:contacts", "{\"email\":\"bo@acme.com\",\"job_title\":\"?\"}");
        template.sendBody("direct:contacts", "{\"email\":\"ann@acme.com\"}");
        assertThat(queue("refused"))
                .satisfiesExactly(
                        mapping -> assertThat(mapping.getMessage().getHeader("reason", String.class))
                                .contains("'email'"),
                        validation -> assertThat(validation.getMessage().getHeader("reason", String.class))
                                .contains("job_title=is not known"));
        assertThat(bodies("refused")).startsWith("{\"email\":\"no address\"}");
        assertThat(simulator.count("contacts")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void aPassingErrorIsRepeatedAndAnUncertainOneIsAsked(Dsl dsl) throws Exception {
        start(dsl, "retry-or-ask");
        simulator.faults().next(Fault.RATE_LIMITED);
        template.sendBody("direct:won-leads", Map.of("name", "Pilot"));
        assertThat(simulator.count("opportunities")).isOne();

        simulator.faults().next(Fault.RATE_LIMITED, Fault.RESET_AFTER_WRITE);
        template.sendBody("direct:won-leads", Map.of("name", "Rollout"));
        assertThat(simulator.count("opportunities")).isEqualTo(2);
        assertThat(bodies("ask-somebody")).containsExactly("{name=Rollout}");

        simulator.faults().next(Fault.RATE_LIMITED, Fault.RATE_LIMITED, Fault.RATE_LIMITED);
        template.sendBody("direct:won-leads", Map.of("name", "Third"));
        assertThat(bodies("later")).containsExactly("{name=Third}");

        assertThatThrownBy(() -> template.sendBody("direct:won-leads", Map.of("amount", "?")))
                .cause()
                .isInstanceOf(OctolaneMappingException.class);
        assertThat(simulator.count("opportunities")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void theRowsThatFailedAreAFileThatCanBeCorrected(Dsl dsl) throws Exception {
        needCsv();
        start(dsl, "import-report");
        put("fair.csv", "email,first_name\nann@acme.com,Ann\nnobody,\"Bo, \"\"B\"\"\"\n");
        textOf("inbox/done/fair.csv");
        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("email"))
                .containsExactly("ann@acme.com");
        assertThat(textOf("reports/fair-failed.csv").lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("email,first_name,status,reason"),
                        line -> assertThat(line)
                                .startsWith("nobody,\"Bo, \"\"B\"\"\",FAILED,")
                                .contains("email"));
        put("good.csv", "email,first_name\nbo@acme.com,Bo\n");
        textOf("inbox/done/good.csv");
        assertThat(folder.resolve("reports/good-failed.csv")).doesNotExist();
    }
}
