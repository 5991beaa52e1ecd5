// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The route that users write today: ask for a page, unmarshal it, split it, and loop as long as there is a cursor. */
public final class HandWrittenLoop implements Subject {

    private WorkOnRecords work;
    private CamelContext context;
    private ProducerTemplate template;

    @Override
    public void start(Setting setting) throws Exception {
        work = new WorkOnRecords(setting);
        context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read")
                        .loopDoWhile(exchange -> !work.done())
                        .process(HandWrittenLoop::ask)
                        .marshal()
                        .json(JsonLibrary.Jackson)
                        .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                        .setHeader("x-api-key", constant(Endpoints.KEY))
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .to(setting.api() + "/v1/accounts/search")
                        .unmarshal()
                        .json(JsonLibrary.Jackson, Map.class)
                        .setProperty("cursor", simple("${body[data][next_cursor]}"))
                        .split(simple("${body[data][accounts]}"))
                        .process(exchange -> work.see(exchange.getMessage().getBody(Map.class)))
                        .end()
                        .end();
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    private static void ask(Exchange exchange) {
        Map<String, Object> request =
                new HashMap<>(Map.of("limit", 500, "sort", "updated_at:asc", "filters", List.of()));
        Object cursor = exchange.getProperty("cursor");
        if (cursor != null && !"null".equals(cursor)) {
            request.put("cursor", cursor);
        }
        exchange.getMessage().setBody(request);
    }

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        work.expect(records);
        Exchange exchange = template.request("direct:read", asked -> {});
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        work.await();
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
