// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.benchmarks.Endpoints;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Apache HttpClient and Jackson, and nothing else. */
final class PlainClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpHost host;
    private final CloseableHttpClient client;

    PlainClient(URI api) {
        host = new HttpHost(api.getScheme(), api.getHost(), api.getPort());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CamelSubject.CONNECTIONS)
                        .setMaxConnPerRoute(CamelSubject.CONNECTIONS)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    /** Posts the body as JSON, and reads the {@code data} of the answer. */
    JsonNode post(String path, Object body) throws IOException {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", host, path);
        request.setHeader("x-api-key", Endpoints.KEY);
        request.setEntity(new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
        return client.execute(host, request, null, PlainClient::read);
    }

    private static JsonNode read(ClassicHttpResponse response) throws IOException {
        byte[] body = EntityUtils.toByteArray(response.getEntity());
        if (response.getCode() / 100 != 2) {
            throw new IOException("The stub answered " + response.getCode());
        }
        return JSON.readTree(body).path("data");
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
