// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.util.URISupport;

/** Whether the API answers a producer: asks for one record, once. Says nothing about the context's own health. */
final class ProducerHealthCheck extends AbstractHealthCheck {

    private final OctolaneClient client;
    private final Question question;
    private final String uri;

    ProducerHealthCheck(String id, OctolaneEndpoint endpoint, Question question) throws Exception {
        super("camel", id);
        this.client = endpoint.createClient();
        this.question = question;
        this.uri = URISupport.sanitizeUri(endpoint.getEndpointUri());
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail(ENDPOINT_URI, uri);
        try {
            question.ask(client);
            builder.up();
        } catch (OctolaneException e) {
            builder.down().message(e.getMessage()).error(e);
            if (e instanceof OctolaneApiException answered) {
                builder.detail(HTTP_RESPONSE_CODE, answered.getStatusCode());
            }
        }
    }
}
