// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneServerException;
import com.octolane.camel.client.OctolaneTransportException;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

class HttpSettingsTest extends Wire {

    private static final Map<String, Object> DEAL = Map.of("name", "Acme");

    @Test
    void theConfigurerOfTheContextsHttpComponentHolds() {
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setHttpClientConfigurer(builder -> builder.setDefaultHeaders(List.of(new BasicHeader("X-Gateway", "g1"))));
        server.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}")));
        send("octolane:opportunity", DEAL);
        server.verify(postRequestedFor(anyUrl()).withHeader("X-Gateway", equalTo("g1")));
    }

    @Test
    void theProxyOfTheHttpComponentHolds() {
        HttpComponent http = new HttpComponent();
        http.setProxyHost("localhost");
        http.setProxyPort(server.port());
        context.addComponent("viaProxy", http);
        context.getRegistry().bind("viaProxy", http);
        server.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}")));
        send(
                "octolane:opportunity?httpComponent=#viaProxy&allowPlainHttp=true&baseUrl=http://octolane.invalid/v1",
                DEAL);
        server.verify(postRequestedFor(anyUrl()).withHeader("Host", equalTo("octolane.invalid")));
    }

    @Test
    void aTimeoutSetOnTheHttpComponentHoldsUnlessTheEndpointSetsItsOwn() {
        context.getComponent("http", HttpComponent.class)
                .setResponseTimeout(Timeout.ofMilliseconds(200).toMilliseconds());
        server.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}").withFixedDelay(1500)));
        failure(OctolaneTransportException.class, "octolane:opportunity", DEAL);
        send("octolane:opportunity?responseTimeout=20s", DEAL);
    }

    @Test
    void retriesOfTheHttpClientStayOffWhateverAConfigurerSays() {
        context.getComponent("http", HttpComponent.class)
                .setHttpClientConfigurer(builder -> builder.setRetryStrategy(DefaultHttpRequestRetryStrategy.INSTANCE));
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "0")));
        failure(OctolaneServerException.class, "octolane:opportunity", DEAL);
        server.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aRedirectIsNotFollowedEvenWhereTheHttpComponentFollowsThem() {
        context.getComponent("http", HttpComponent.class).setFollowRedirects(true);
        server.stubFor(post("/v1/accounts")
                .willReturn(aResponse().withStatus(307).withHeader("Location", server.baseUrl() + "/elsewhere")));
        OctolaneApiException e =
                failure(OctolaneApiException.class, "octolane:account?maxRetries=0", Map.of("domain", "acme.com"));
        assertThat(e.getStatusCode()).isEqualTo(307);
        server.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void aCookieIsNotSentBackEvenWhereTheHttpComponentKeepsThem() {
        context.getComponent("http", HttpComponent.class).setCookieStore(new BasicCookieStore());
        server.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}").withHeader("Set-Cookie", "session=1")));
        send("octolane:opportunity", DEAL);
        send("octolane:opportunity", DEAL);
        server.verify(2, postRequestedFor(anyUrl()).withoutHeader("Cookie"));
    }
}
