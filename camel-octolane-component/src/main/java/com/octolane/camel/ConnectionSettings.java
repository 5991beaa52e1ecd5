// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.CamelHttpTransport;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.core5.util.TimeValue;

/** What two endpoints must have in common to share connections. */
record ConnectionSettings(
        URI baseUrl,
        String apiKey,
        HttpComponent http,
        SSLContextParameters tls,
        Duration connectTimeout,
        Duration responseTimeout,
        int maxConnections) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CAMEL_HTTP_CONNECT_TIMEOUT = Duration.ofMinutes(3);

    static ConnectionSettings of(CamelContext context, OctolaneConfiguration options, URI baseUrl) {
        HttpComponent http = options.getHttpComponent() != null
                ? options.getHttpComponent()
                : context.getComponent(baseUrl.getScheme(), HttpComponent.class);
        return new ConnectionSettings(
                baseUrl,
                options.getApiKey(),
                http,
                options.getSslContextParameters(),
                timeout(
                        context,
                        "connectTimeout",
                        options.getConnectTimeout(),
                        http,
                        CAMEL_HTTP_CONNECT_TIMEOUT,
                        CONNECT_TIMEOUT),
                timeout(
                        context,
                        "responseTimeout",
                        options.getResponseTimeout(),
                        http,
                        Duration.ZERO,
                        RESPONSE_TIMEOUT),
                options.getMaxConnections());
    }

    /** The option, else what the user set on camel-http, else a default that ends. */
    private static Duration timeout(
            CamelContext context, String name, String option, HttpComponent http, Duration unset, Duration ours) {
        if (option != null) {
            return Durations.parse(name, option);
        }
        PropertyConfigurer configurer =
                PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer("http-component", context);
        // the type of the getter differs between Camel's releases, so it is asked for by name
        Object value =
                configurer instanceof PropertyConfigurerGetter getter ? getter.getOptionValue(http, name, false) : null;
        Duration set = value instanceof TimeValue time
                ? time.toDuration()
                : value instanceof Number millis ? Duration.ofMillis(millis.longValue()) : unset;
        return set.equals(unset) ? ours : set;
    }

    CamelHttpTransport createTransport(CamelContext context) throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("connectTimeout", String.valueOf(connectTimeout.toMillis()));
        parameters.put("connectionRequestTimeout", String.valueOf(responseTimeout.toMillis()));
        parameters.put("responseTimeout", String.valueOf(responseTimeout.toMillis()));
        parameters.put("maxTotalConnections", maxConnections);
        parameters.put("connectionsPerRoute", maxConnections);
        if (tls != null) {
            parameters.put("sslContextParameters", tls);
        }
        HttpEndpoint endpoint = (HttpEndpoint) http.createEndpoint(baseUrl.toString(), parameters);
        CompositeHttpConfigurer configurers = new CompositeHttpConfigurer();
        configurers.addConfigurer(endpoint.getHttpClientConfigurer());
        // last, so that it holds: repeating is decided by our own policy, and the key goes to no other host
        configurers.addConfigurer(builder ->
                builder.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement());
        endpoint.setHttpClientConfigurer(configurers);
        return new CamelHttpTransport(endpoint, baseUrl, apiKey);
    }

    // written out: what the JVM makes up for a record takes it tens of milliseconds at the first use in a program

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionSettings that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
        return components().hashCode();
    }

    private List<Object> components() {
        return Arrays.asList(baseUrl, apiKey, http, tls, connectTimeout, responseTimeout, maxConnections);
    }

    @Override
    public String toString() {
        return "ConnectionSettings[" + baseUrl + "]";
    }
}
