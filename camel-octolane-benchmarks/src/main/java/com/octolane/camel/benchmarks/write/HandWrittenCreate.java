// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Setting;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The route that users write without this component: a mapping, JSON, headers, camel-http. The answer stays a text. */
public class HandWrittenCreate extends CreateSubject {

    @Override
    void define(RouteDefinition route, Setting setting) {
        create(route, setting);
    }

    static <T extends ProcessorDefinition<T>> T create(T rows, Setting setting) {
        return rows.transform()
                .body(Map.class, DealRows::request)
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader("x-api-key")
                .constant(Endpoints.KEY)
                .setHeader(Exchange.CONTENT_TYPE)
                .constant("application/json")
                .to(setting.api() + "/opportunities");
    }

    @Override
    boolean hasId(Exchange exchange) {
        return isCreated(exchange);
    }

    static boolean isCreated(Exchange exchange) {
        return exchange.getMessage().getBody(String.class).contains("\"id\":\"");
    }
}
