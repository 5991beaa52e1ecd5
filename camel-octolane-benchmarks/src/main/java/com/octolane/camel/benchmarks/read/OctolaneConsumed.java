// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** The consumer of this component with its default settings, oldest change first, its position in memory. */
public final class OctolaneConsumed implements Subject {

    private static final String KEY = "accounts";

    private final MemoryStateRepository positions = new MemoryStateRepository();
    private WorkOnRecords work;
    private CamelContext context;

    @Override
    public void start(Setting setting) throws Exception {
        work = new WorkOnRecords(setting);
        context = Endpoints.context(setting);
        context.getRegistry().bind("positions", positions);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("octolane:account?initialDelay=0&stateRepository=#positions&stateKey=" + KEY)
                        .routeId("read")
                        .autoStartup(false)
                        .process(exchange -> work.see(exchange.getMessage().getBody(Map.class)));
            }
        });
        context.start();
    }

    /** Starts the route anew, without a position: it reads from the beginning. */
    @Override
    public void move(long records, Latencies latencies) throws Exception {
        work.expect(records);
        // which forgets what it held
        positions.stop();
        context.getRouteController().startRoute("read");
        work.await();
        context.getRouteController().stopRoute("read");
    }

    @Override
    public void warm() {
        work.warm();
    }

    @Override
    public void close() {
        context.stop();
    }
}
