// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Sends with the HttpClient that a camel-http endpoint builds, so that the proxy, pool, TLS and configurers set on
 * camel-http hold. Requests are built here: no message header and no cookie reaches the wire.
 */
public final class CamelHttpTransport extends ServiceSupport implements Transport {

    private static final String API_KEY = "x-api-key";

    private final HttpEndpoint endpoint;
    private final String apiKey;
    private final HttpHost host;
    private final String basePath;
    private HttpClient client;

    /**
     * @param endpoint an endpoint of camel-http, made for the base URL; this transport starts and stops it
     * @param baseUrl  without a trailing slash
     */
    public CamelHttpTransport(HttpEndpoint endpoint, URI baseUrl, String apiKey) {
        this.endpoint = endpoint;
        this.apiKey = apiKey;
        this.host = new HttpHost(baseUrl.getScheme(), baseUrl.getHost(), baseUrl.getPort());
        this.basePath = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
    }

    @Override
    protected void doStart() {
        ServiceHelper.startService(endpoint);
        client = endpoint.getHttpClient();
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(endpoint);
    }

    @Override
    public Answer send(Request request) {
        ClassicHttpRequest http = new BasicClassicHttpRequest(request.method(), host, basePath + request.path());
        http.setHeader(API_KEY, apiKey);
        http.setHeader("Accept", ContentType.APPLICATION_JSON.getMimeType());
        if (request.body() != null) {
            http.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_JSON));
        }
        try {
            return client.execute(host, http, null, CamelHttpTransport::read);
        } catch (IOException | IllegalStateException e) {
            // an illegal state is the pool having been closed: nothing was sent
            boolean maybeProcessed = e instanceof IOException && !failedBeforeSending(e);
            throw new OctolaneTransportException(
                    "No whole answer from Octolane to " + request + " at " + host + ": " + reason(e)
                            + (isUnreachable(e)
                                    ? ". Is the option baseUrl (camel.component.octolane.base-url) right?"
                                    : ""),
                    maybeProcessed,
                    e);
        }
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
        Header retryAfter = response.getFirstHeader("Retry-After");
        Header date = response.getFirstHeader("Date");
        return new Answer(
                response.getCode(),
                body == null ? new byte[0] : body,
                retryAfter == null ? null : retryAfter.getValue(),
                date == null ? null : date.getValue());
    }

    private static boolean isUnreachable(Exception e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException;
    }

    private static boolean failedBeforeSending(Exception e) {
        return isUnreachable(e)
                || e instanceof SSLHandshakeException
                // the certificate is of another host
                || e instanceof SSLPeerUnverifiedException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof RequestNotExecutedException;
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
    }
}
