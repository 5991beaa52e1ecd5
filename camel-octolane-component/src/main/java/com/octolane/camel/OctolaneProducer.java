// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneClient;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Turns a message into calls of the API, and the answers into a message. Uses the caller's thread. */
public class OctolaneProducer extends DefaultProducer {

    private final OctolaneEndpoint endpoint;
    private final OctolaneConfiguration options;
    private final OctolaneObject object;
    private ProducerHealthChecks.Registration healthCheck;
    private RecordWriter writer;
    private RecordQueries queries;
    private DefinitionCalls definitions;

    public OctolaneProducer(OctolaneEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.object = endpoint.getObject();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        OctolaneClient client = endpoint.createClient();
        ProducerHeaders headers = new ProducerHeaders(object, options);
        Output output = new Output(
                object, options.getOutputFormat(), endpoint.getComponent().objectMapper());
        writer = new RecordWriter(endpoint, client, headers, output);
        queries = new RecordQueries(endpoint, client, headers, output);
        definitions = new DefinitionCalls(endpoint, client, headers, output);
        healthCheck = endpoint.getComponent().producerHealthChecks().register(endpoint);
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthCheck.remove();
            healthCheck = null;
        }
        super.doStop();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        String header = message.getHeader(OctolaneConstants.OPERATION, String.class);
        OctolaneOperation operation = header == null ? options.getOperation() : OctolaneOperation.of(header);
        operation.requireSupportFor(object);
        switch (operation) {
            case create -> writer.create(message);
            case update -> writer.update(message);
            case upsert -> writer.upsert(message);
            case bulkCreate, bulkUpdate, bulkUpsert -> writer.bulk(message, operation);
            case get -> queries.get(message);
            case list -> queries.list(exchange);
            case search -> queries.search(exchange);
            case listFields -> definitions.listFields(message);
            case listStages -> definitions.listStages(message);
            case createFields, updateFields, createStages -> definitions.define(message, operation);
        }
    }
}
