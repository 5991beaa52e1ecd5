// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.start;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Starts a context with two routes, once, in a JVM that did nothing before. */
public class BareContext implements Subject {

    private Setting setting;
    private CamelContext context;
    private double millis;

    @Override
    public final void start(Setting setting) {
        this.setting = setting;
    }

    /** Not started yet. */
    CamelContext context(Setting setting) {
        return new DefaultCamelContext();
    }

    /** The route of a producer is given where its messages go, and the other route where they come from. */
    RouteBuilder routes() {
        return routes("mock:out", "timer:in?delay=60000");
    }

    static RouteBuilder routes(String to, String from) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:write").to(to);
                from(from).to("mock:read");
            }
        };
    }

    @Override
    public final void move(long starts, Latencies latencies) throws Exception {
        long since = System.nanoTime();
        context = context(setting);
        context.addRoutes(routes());
        context.start();
        millis = (System.nanoTime() - since) / 1e6;
        latencies.done(since);
    }

    @Override
    public final Map<String, Double> measures() {
        return Map.of("ms", millis);
    }

    @Override
    public final void close() {
        context.stop();
    }
}
