// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.OctolaneConstants;
import com.octolane.camel.benchmarks.Setting;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.model.RouteDefinition;

/** Reads accounts by their ids, of which there are a thousand: {@code to}, with the id in a header. */
public class OctolaneTo extends CallingSubject {

    /** How many ids there are, and so how many URIs where the id stands in them. */
    static final int IDS = 1000;

    @Override
    void define(RouteDefinition route, Setting setting) {
        route.setHeader(OctolaneConstants.RECORD_ID).header("record").to("octolane:account?operation=get");
    }

    @Override
    void call(int number) throws Exception {
        String id = "acc00000-0000-4000-8000-000" + DealRows.digits(number % IDS);
        Exchange exchange = ExchangeBuilder.anExchange(context())
                .withHeader("object", "account")
                .withHeader("record", id)
                .withHeader("number", number % IDS)
                .build();
        Map<?, ?> record = send(exchange).getMessage().getBody(Map.class);
        if (record == null || !id.equals(record.get("id"))) {
            throw new IllegalStateException("Asked for the account " + id + ", got " + record);
        }
    }

    /** Also how many endpoints the context has, that of the route's start among them. */
    @Override
    public Map<String, Double> measures() {
        Map<String, Double> measures = new TreeMap<>(super.measures());
        measures.put("endpoints", (double) context().getEndpoints().size());
        return measures;
    }

    @Override
    void verify(long records) throws Exception {
        arrivals().requireNoWrites();
    }
}
