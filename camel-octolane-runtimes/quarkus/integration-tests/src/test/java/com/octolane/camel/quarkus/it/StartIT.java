// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an application says at its start when its properties are bad. All start at the same time, to save some. */
class StartIT {

    private static final String CLOSED = "http://localhost:" + closedPort() + "/v1";

    private static final Application WITHOUT_KEY = Application.start(Map.of());
    private static final Application WITHOUT_VARIABLE = Application.start(Map.of(), "quarkus.profile=env");
    private static final Application VARIABLE_ALONE =
            Application.start(Map.of("CAMEL_COMPONENT_OCTOLANE_API_KEY", "very-secret"));
    private static final Application MISTYPED =
            Application.start(Map.of(), "camel.component.octolane.api-kye=very-secret");
    private static final Application UNREACHABLE = Application.start(
            Map.of("OCTOLANE_API_KEY", "very-secret"),
            "quarkus.profile=env",
            "camel.component.octolane.base-url=" + CLOSED,
            "camel.component.octolane.base-uri=" + CLOSED,
            "camel.main.auto-configuration-fail-fast=false",
            "camel.main.duration-max-seconds=1");

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Test
    void withoutAKeyItDoesNotStartAndNamesTheProperty() throws Exception {
        for (Application each : List.of(WITHOUT_KEY, WITHOUT_VARIABLE)) {
            assertThat(each.exitCode()).isEqualTo(1);
            assertThat(each.output())
                    .contains(
                            "The option apiKey is required: set it on the component (camel.component.octolane.api-key)");
        }
    }

    @Test
    void withAVariableThatQuarkusCannotTranslateItDoesNotStartAndSaysWhatToWrite() throws Exception {
        assertThat(VARIABLE_ALONE.exitCode()).isEqualTo(1);
        assertThat(VARIABLE_ALONE.output())
                .contains("has no property camel.component.octolane.api.key (from an environment variable, ")
                .contains("write PROPERTY = ${VARIABLE} instead")
                .doesNotContain("very-secret");
    }

    @Test
    void withAPropertyThatDoesNotExistItDoesNotStartAndNamesItWithoutItsValue() throws Exception {
        assertThat(MISTYPED.exitCode()).isEqualTo(1);
        assertThat(MISTYPED.output())
                .contains("The Octolane component has no property camel.component.octolane.api-kye. Valid after")
                .contains(" api-key,", " use-global-ssl-context-parameters")
                .doesNotContain("very-secret");
    }

    @Test
    void withAHostThatDoesNotAnswerItStartsAndSaysWhichPropertyToCheck() throws Exception {
        assertThat(UNREACHABLE.exitCode()).isZero();
        assertThat(UNREACHABLE.output())
                .contains("Failed polling endpoint: octolane://account")
                .contains("at " + CLOSED.replace("/v1", ""))
                .contains("Is the option baseUrl (camel.component.octolane.base-url) right?")
                .doesNotContain("very-secret");
    }
}
