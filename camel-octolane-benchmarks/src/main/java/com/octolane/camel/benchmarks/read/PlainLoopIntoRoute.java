// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.octolane.camel.OctolaneConstants;
import com.octolane.camel.benchmarks.Setting;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/**
 * The floor of every consumer of this API: the plain loop, whose records enter a route of Camel as exchanges, with the
 * headers that this component's have. It keeps no position, tells no versions apart, and hands on what the API wrote.
 */
public class PlainLoopIntoRoute extends PlainLoop {

    private final CamelContext context = new DefaultCamelContext();
    private final Records records = new Records();

    /** A consumer that polls nothing: the loop hands it what it has. */
    private static final class Records extends DefaultEndpoint {
        private DefaultConsumer consumer;

        @Override
        protected String createEndpointUri() {
            return "records:all";
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException("records only come from here");
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            consumer = new DefaultConsumer(this, processor);
            return consumer;
        }
    }

    @Override
    public void start(Setting setting) throws Exception {
        super.start(setting);
        records.setCamelContext(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(records)
                        .process(exchange -> PlainLoopIntoRoute.super.take(
                                exchange.getMessage().getBody(Map.class)));
            }
        });
        context.start();
    }

    @Override
    void take(Map<?, ?> record) throws Exception {
        Exchange exchange = records.consumer.createExchange(false);
        Message message = exchange.getMessage();
        message.setBody(record);
        message.setHeader(OctolaneConstants.RECORD_ID, record.get("id"));
        message.setHeader(OctolaneConstants.CREATED_AT, record.get("created_at"));
        message.setHeader(OctolaneConstants.UPDATED_AT, record.get("updated_at"));
        message.setHeader(OctolaneConstants.RECORD_KEY, record.get("id") + "@" + record.get("updated_at"));
        message.setHeader(OctolaneConstants.OBJECT, "account");
        message.setHeader(OctolaneConstants.CUSTOM_FIELD_DEFINITIONS, Map.of());
        records.consumer.getProcessor().process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        records.consumer.releaseExchange(exchange, false);
    }

    @Override
    public void close() throws Exception {
        context.stop();
        super.close();
    }
}
