// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.model.RouteDefinition;

/** A subject with one route, to which exchanges are sent through a ProducerTemplate. */
abstract class CamelSubject implements Subject {

    /** The component's default, so that no subject has fewer connections than another. */
    static final int CONNECTIONS = 200;

    private static final String IN = "direct:in";

    private CamelContext context;
    private ProducerTemplate template;
    private Endpoint in;
    private Arrivals arrivals;

    @Override
    public void start(Setting setting) throws Exception {
        arrivals = new Arrivals(setting.api());
        context = Endpoints.context(setting);
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        // camel-http has 20 by default, of which 64 callers would wait for each other
        http.setConnectionsPerRoute(CONNECTIONS);
        http.setMaxTotalConnections(CONNECTIONS);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                define(from(IN), setting);
            }
        });
        context.start();
        in = context.getEndpoint(IN);
        template = context.createProducerTemplate();
        template.start();
    }

    /** Writes the route. */
    abstract void define(RouteDefinition route, Setting setting);

    CamelContext context() {
        return context;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Sends an exchange with this body, and throws what the route threw. */
    Exchange send(Object body) throws Exception {
        return send(ExchangeBuilder.anExchange(context).withBody(body).build());
    }

    Exchange send(Exchange exchange) throws Exception {
        template.send(in, exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange;
    }

    @Override
    public Map<String, Double> measures() {
        return arrivals.measures();
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
