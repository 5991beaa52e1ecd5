// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.octolane.camel.benchmarks.Setting;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** The floor of every consumer: the plain loop, whose records enter a route of Camel as exchanges with a body only. */
public final class PlainLoopIntoRoute extends PlainLoop {

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
        exchange.getMessage().setBody(record);
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
