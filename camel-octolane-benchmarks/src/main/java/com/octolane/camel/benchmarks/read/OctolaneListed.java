// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** All accounts through {@code list} with {@code paging=stream}, split as they come. */
public final class OctolaneListed implements Subject {

    private CamelContext context;
    private ProducerTemplate template;
    private Tenths tenths;

    @Override
    public void start(Setting setting) throws Exception {
        context = Endpoints.context(setting);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list")
                        .to("octolane:account?operation=list&paging=stream&pageSize=500")
                        .split(body())
                        .streaming()
                        .process(exchange -> count(exchange.getMessage().getBody(Map.class)));
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    private void count(Map<?, ?> record) {
        if (record.get("id") == null) {
            throw new IllegalStateException("no record: " + record);
        }
        tenths.count();
    }

    /** Reads all that the stub has: so many must be set there. */
    @Override
    public void move(long records, Latencies latencies) throws Exception {
        tenths = new Tenths(records);
        Exchange exchange = template.request("direct:list", asked -> {});
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        tenths.expect(records);
    }

    @Override
    public Map<String, Double> measures() {
        return tenths.measures();
    }

    @Override
    public void close() {
        context.stop();
    }
}
