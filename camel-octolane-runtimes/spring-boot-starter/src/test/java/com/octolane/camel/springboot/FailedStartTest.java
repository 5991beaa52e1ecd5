// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application says that does not start: the property, as one writes it, and never the key. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {

    private static final String KEY = "sk-4711-not-to-be-seen";

    @TempDir
    Path directory;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Creating {

        @Bean
        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:create").to("octolane:account");
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class CallingAtStart {

        @Bean
        CommandLineRunner call(ProducerTemplate template) {
            return arguments -> template.requestBody("direct:create", Map.of("domain", "acme.com"));
        }
    }

    private void assertThatStartFails(CapturedOutput output, List<String> properties, String... told)
            throws IOException {
        Path file = directory.resolve("application.properties");
        Files.write(file, properties);
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(Creating.class, CallingAtStart.class)
                .web(WebApplicationType.NONE)
                // no test calls the real API
                .properties(
                        "camel.component.octolane.base-url=http://localhost:1/v1",
                        "camel.main.routes-include-pattern=false")
                .run("--spring.config.location=" + file.toUri())
                .close());
        assertThat(failure).isNotNull();
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains(told)
                .doesNotContain(KEY);
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each)).doesNotContain(KEY);
        }
    }

    @Test
    void aPropertyThatDoesNotExistIsToldWithTheNearestOne(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of("# mistyped", "camel.component.octolane.apikee=" + KEY),
                "no property camel.component.octolane.apikee (",
                "application.properties] - 2:",
                "Did you mean camel.component.octolane.api-key?");
    }

    @Test
    void aMissingKeyIsTold(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of("camel.component.octolane.page-size=5"),
                "The option apiKey is required",
                "Set camel.component.octolane.api-key");
    }

    @Test
    void aKeyWhoseVariableDoesNotExistIsTold(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of("camel.component.octolane.api-key=${A_VARIABLE_THAT_DOES_NOT_EXIST}"),
                "The option apiKey is a placeholder that has no value",
                "Set camel.component.octolane.api-key");
    }

    @Test
    void aValueOutOfRangeIsTold(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of("camel.component.octolane.api-key=" + KEY, "camel.component.octolane.page-size=501"),
                "501",
                "Set camel.component.octolane.page-size");
    }

    @Test
    void aValueOfTheWrongTypeIsTold(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of("camel.component.octolane.api-key=" + KEY, "camel.component.octolane.page-size=many"),
                "camel.component.octolane.page-size",
                "Value: \"many\"",
                "application.properties] - 2:");
    }

    @Test
    void aBeanThatDoesNotExistIsTold(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of(
                        "camel.component.octolane.api-key=" + KEY,
                        "camel.component.octolane.state-repository=#bean:positions"),
                "camel.component.octolane.state-repository",
                "there is no bean named 'positions'; expected one of type org.apache.camel.spi.StateRepository");
    }

    @Test
    void aBeanOfAnotherTypeIsTold(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of(
                        "camel.component.octolane.api-key=" + KEY,
                        "camel.component.octolane.state-repository=#bean:camelContext"),
                "camel.component.octolane.state-repository",
                "org.apache.camel.spi.StateRepository");
    }

    @Test
    void textInPlaceOfABeanIsTold(CapturedOutput output) throws IOException {
        assertThatStartFails(
                output,
                List.of(
                        "camel.component.octolane.api-key=" + KEY,
                        "camel.component.octolane.state-repository=positions"),
                "camel.component.octolane.state-repository",
                "expected a reference to a bean of type org.apache.camel.spi.StateRepository, written #bean:NAME");
    }

    @Test
    void aHostThatCannotBeReachedIsTold(CapturedOutput output) throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatStartFails(
                output,
                List.of(
                        "camel.component.octolane.api-key=" + KEY,
                        "camel.component.octolane.max-retries=0",
                        "camel.component.octolane.base-url=http://localhost:" + closed + "/v1"),
                "http://localhost:" + closed,
                "camel.component.octolane.base-url names it");
    }

    @Test
    void aKeyThatIsRefusedIsTold(CapturedOutput output) throws IOException {
        try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
            assertThatStartFails(
                    output,
                    List.of(
                            "camel.component.octolane.api-key=" + KEY,
                            "camel.component.octolane.base-url=" + simulator.baseUrl()),
                    "401",
                    "Set camel.component.octolane.api-key to a valid key.");
        }
    }
}
