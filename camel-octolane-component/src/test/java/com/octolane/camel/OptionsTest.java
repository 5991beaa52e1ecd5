// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest extends Wire {

    private void startRoute(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "octolane:deal|opportunity, account, contact, note, activity",
                "octolane:account?operation=destroy|bulkCreate",
                "octolane:note?operation=update|Valid operations for it: create, bulkCreate",
                "octolane:account?mapping=hubspot|Valid values: octolane, salesforce",
                "octolane:account?unmapped=x|custom, ignore, fail",
                "octolane:account?paging=x|page, all, stream",
                "octolane:account?outputFormat=x|map, json, model",
                "octolane:account?apiKye=x|[apiKye]. Valid options: allowPlainHttp, apiKey,",
                "octolane:account?zone=Mars|Europe/Berlin",
                "octolane:account?dateFormat=bbb|dateFormat",
                "octolane:account?bulkSize=101|from 0 to 100",
                "octolane:account?operation=bulkUpdate&bulkSize=51|from 0 to 50",
                "octolane:account?pageSize=501|from 0 to 500",
                "octolane:account?retryDelay=soon|30s, PT30S or 30000",
                "octolane:account?requestsPerSecond=-1|0 or more",
                "octolane:opportunity?opportunityUpdateNames.dealSize=x|names the field 'dealSize': expected one of",
                "octolane:account?baseUrl=ftp://x|https://HOST",
                "octolane:account?baseUrl=https://|https://HOST",
                "octolane:account?baseUrl=http://example.com/v1|allowPlainHttp",
                "octolane:account?filter.name=gtee:5|between",
                "octolane:account?filter.name=between:5|takes two"
            })
    void aWrongOptionKeepsTheRouteFromStartingAndTellsWhatIsValid(String uri, String expected) {
        assertThatThrownBy(() -> startRoute(uri))
                .satisfies(e -> assertThat(causes(e)).contains(expected));
    }

    private static String causes(Throwable e) {
        return e == null ? "" : e.getMessage() + "\n" + causes(e.getCause());
    }

    @Test
    void aMissingKeyKeepsTheRouteFromStarting() {
        ((OctolaneComponent) context.getComponent("octolane"))
                .getConfiguration()
                .setApiKey(null);
        assertThatThrownBy(() -> startRoute("octolane:account"))
                .satisfies(e -> assertThat(causes(e)).contains("apiKey is required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/v1", "http://127.0.0.1:1", "https://octolane.example/v1/"})
    void aSafeBaseUrlIsTaken(String url) throws Exception {
        startRoute("octolane:account?baseUrl=" + url);
        assertThat(context.getRoutes()).hasSize(1);
    }

    @Test
    void plainHttpToAnotherHostIsTakenWhenTheUserAllowsIt() throws Exception {
        startRoute("octolane:account?allowPlainHttp=true&baseUrl=http://octolane.example/v1");
        assertThat(context.getRoutes()).hasSize(1);
    }

    @Test
    void aTrailingSlashOfTheBaseUrlIsNotDoubled() {
        server.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}")));
        send("octolane:account?baseUrl=" + server.baseUrl() + "/v1/", Map.of("domain", "acme.com"));
        server.verify(1, postRequestedFor(urlEqualTo("/v1/accounts")));
    }

    @Test
    void noHeaderOfTheMessageChangesTheRequest() {
        server.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}")));
        Map<String, Object> headers = new LinkedHashMap<>();
        List.of(
                        "CamelHttpUri",
                        "CamelHttpPath",
                        "CamelHttpQuery",
                        "CamelHttpMethod",
                        "Host",
                        "x-api-key",
                        "Cookie",
                        "Authorization",
                        "Content-Type",
                        "Content-Length",
                        "Accept",
                        "X-Mine")
                .forEach(name -> headers.put(name, "evil"));
        send("octolane:account", Map.of("domain", "acme.com"));
        send("octolane:account", Map.of("domain", "acme.com"), headers);
        List<LoggedRequest> requests = server.findAll(postRequestedFor(urlEqualTo("/v1/accounts")));
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).getHeaders().toString())
                .isEqualTo(requests.get(0).getHeaders().toString());
        assertThat(requests.get(1).getHeader("x-api-key")).isEqualTo(KEY);
        assertThat(requests.get(1).getBodyAsString()).isEqualTo("{\"domain\":\"acme.com\"}");
    }
}
