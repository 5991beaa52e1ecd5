// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.extension.ComponentVerifierExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// Camel has deprecated extensions of components, and still reads them
@SuppressWarnings("deprecation")
class OctolaneVerifierTest extends Wire {

    private final OctolaneSimulator simulator = OctolaneSimulator.builder().start();

    @AfterEach
    void close() {
        simulator.close();
    }

    private ComponentVerifierExtension.Result verify(
            ComponentVerifierExtension.Scope scope, Map<String, Object> parameters) {
        ComponentVerifierExtension verifier = context.getComponent("octolane")
                .getExtension(ComponentVerifierExtension.class)
                .orElseThrow();
        return verifier.verify(scope, parameters);
    }

    private ComponentVerifierExtension.VerificationError error(
            ComponentVerifierExtension.Scope scope, Map<String, Object> parameters) {
        ComponentVerifierExtension.Result result = verify(scope, parameters);
        assertThat(result.getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.ERROR);
        assertThat(result.getScope()).isEqualTo(scope);
        assertThat(result.getErrors()).hasSize(1);
        ComponentVerifierExtension.VerificationError error = result.getErrors().get(0);
        assertThat(error.getDescription() + error.getDetails() + error.getParameterKeys())
                .doesNotContain(KEY);
        return error;
    }

    private Map<String, Object> good() {
        return new LinkedHashMap<>(Map.of("apiKey", simulator.apiKey(), "baseUrl", simulator.baseUrl()));
    }

    @Test
    void goodSettingsAreGoodInBothScopes() {
        Map<String, Object> all = good();
        all.put("object", "contact");
        all.put("operation", "bulkCreate");
        all.put("pageSize", "50");
        all.put("filter.email", "ends_with:@acme.com");
        all.put("fieldMapping.Mail", "email");
        for (Map<String, Object> parameters : List.of(good(), all)) {
            for (ComponentVerifierExtension.Scope scope : ComponentVerifierExtension.Scope.values()) {
                ComponentVerifierExtension.Result result = verify(scope, parameters);
                assertThat(result.getErrors()).isEmpty();
                assertThat(result.getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.OK);
            }
        }
    }

    @Test
    void whatIsMissingComesFromTheComponent() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(401)));
        assertThat(verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of()).getStatus())
                .isEqualTo(ComponentVerifierExtension.Result.Status.OK);
        error(ComponentVerifierExtension.Scope.CONNECTIVITY, Map.of());
        server.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aMissingKeyIsAMissingParameter() {
        context.getComponent("octolane", OctolaneComponent.class)
                .getConfiguration()
                .setApiKey(null);
        ComponentVerifierExtension.VerificationError error =
                error(ComponentVerifierExtension.Scope.PARAMETERS, Map.of("baseUrl", "https://api.acme.com"));
        assertThat(error.getCode())
                .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.MISSING_PARAMETER);
        assertThat(error.getParameterKeys()).containsExactly("apiKey");
    }

    @ParameterizedTest
    @CsvSource({
        "baseUrl, not a url, expected https://",
        "baseUrl, ftp://api.acme.com, expected https://",
        "baseUrl, http://api.acme.com, allowPlainHttp",
        "object, lead, Valid objects"
    })
    void aWrongValueNamesItsOption(String option, String value, String description) {
        for (ComponentVerifierExtension.Scope scope : ComponentVerifierExtension.Scope.values()) {
            ComponentVerifierExtension.VerificationError error = error(scope, Map.of("apiKey", KEY, option, value));
            assertThat(error.getCode())
                    .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE);
            assertThat(error.getParameterKeys()).containsExactly(option);
            assertThat(error.getDescription()).contains(description, value);
        }
    }

    @ParameterizedTest
    @CsvSource({"operation, remove", "pageSize, 501", "pageSize, many", "retryDelay, soon", "zone, Mars"})
    void aWrongValueIsToldAsTheRouteWouldTellIt(String option, String value) {
        ComponentVerifierExtension.VerificationError error =
                error(ComponentVerifierExtension.Scope.PARAMETERS, Map.of("apiKey", KEY, option, value));
        assertThat(error.getCode())
                .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE);
        assertThat(error.getDescription()).contains(option.equals("operation") ? "remove" : option, value);
    }

    @Test
    void aKeyInTheWrongPlaceIsNotRepeated() {
        ComponentVerifierExtension.VerificationError error = error(
                ComponentVerifierExtension.Scope.PARAMETERS,
                Map.of("apiKey", KEY, "baseUrl", "https://acme.com?k=" + KEY));
        assertThat(error.getDescription()).contains("https://acme.com?k=xxxxxx");
    }

    @Test
    void plainHttpIsTakenWhereItIsAllowed() {
        Map<String, Object> parameters = Map.of("baseUrl", "http://api.acme.com", "allowPlainHttp", "true");
        assertThat(verify(ComponentVerifierExtension.Scope.PARAMETERS, parameters)
                        .getErrors())
                .isEmpty();
    }

    @Test
    void allProblemsOfTheParametersAreTold() {
        ComponentVerifierExtension.Result result = verify(
                ComponentVerifierExtension.Scope.PARAMETERS, Map.of("baseUrl", "x", "apiKey", " ", "object", "x"));
        assertThat(result.getErrors())
                .extracting(ComponentVerifierExtension.VerificationError::getCode)
                .containsExactly(
                        ComponentVerifierExtension.VerificationError.StandardCode.MISSING_PARAMETER,
                        ComponentVerifierExtension.VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE,
                        ComponentVerifierExtension.VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE);
    }

    @Test
    void unknownOptionsAreNamed() {
        ComponentVerifierExtension.Result result = verify(
                ComponentVerifierExtension.Scope.PARAMETERS, Map.of("keyOfApi", KEY, "pageSizes", 3, "pageSize", 3));
        assertThat(result.getErrors())
                .extracting(ComponentVerifierExtension.VerificationError::getCode)
                .containsOnly(ComponentVerifierExtension.VerificationError.StandardCode.UNKNOWN_PARAMETER);
        assertThat(result.getErrors())
                .flatExtracting(ComponentVerifierExtension.VerificationError::getParameterKeys)
                .containsExactlyInAnyOrder("keyOfApi", "pageSizes");
        assertThat(result.getErrors().toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({"401, true", "403, true", "404, false", "429, false", "500, false"})
    void aRefusedKeyIsAnAuthenticationErrorAndOtherAnswersAreNot(int status, boolean authentication) {
        server.stubFor(post(anyUrl())
                .willReturn(aResponse().withStatus(status).withBody("{\"message\":\"no to " + KEY + "\"}")));
        ComponentVerifierExtension.VerificationError error =
                error(ComponentVerifierExtension.Scope.CONNECTIVITY, Map.of("maxRetries", "9", "retryDelay", "30s"));
        assertThat(error.getCode())
                .isEqualTo(
                        authentication
                                ? ComponentVerifierExtension.VerificationError.StandardCode.AUTHENTICATION
                                : ComponentVerifierExtension.VerificationError.StandardCode.GENERIC);
        assertThat(error.getDetail(ComponentVerifierExtension.VerificationError.HttpAttribute.HTTP_CODE))
                .isEqualTo(status);
        assertThat(error.getDetail(ComponentVerifierExtension.VerificationError.HttpAttribute.HTTP_TEXT))
                .isEqualTo("no to xxxxxx");
        assertThat(error.getParameterKeys().contains("apiKey")).isEqualTo(authentication);
        server.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void theSimulatorRefusesAWrongKey() {
        Map<String, Object> parameters = good();
        parameters.put("apiKey", KEY);
        assertThat(error(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters)
                        .getCode())
                .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.AUTHENTICATION);
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() {
        server.stop();
        ComponentVerifierExtension.VerificationError error =
                error(ComponentVerifierExtension.Scope.CONNECTIVITY, Map.of());
        assertThat(error.getCode()).isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.GENERIC);
        assertThat(error.getParameterKeys()).containsExactly("baseUrl");
        assertThat(error.getDescription()).contains("localhost");
    }

    @Test
    void aServerThatIsNotTheApiIsNoSuccess() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withBody("<html>welcome</html>")));
        assertThat(error(ComponentVerifierExtension.Scope.CONNECTIVITY, Map.of())
                        .getDescription())
                .contains("not the JSON");
    }

    @Test
    void verifyingLeavesNoEndpointBehind() {
        verify(ComponentVerifierExtension.Scope.CONNECTIVITY, good());
        assertThat(context.getEndpoints()).isEmpty();
    }
}
