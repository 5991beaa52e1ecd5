// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Setting;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.dataformat.JsonLibrary;

/** Accounts by their domain, each looked up by a search, compared, and created or patched where that is needed. */
public class HandWrittenUpsert extends CallingSubject {

    private static final String WANTED = "wanted";
    private static final String ID = "id";

    @Override
    void define(RouteDefinition route, Setting setting) {
        route.process(HandWrittenUpsert::search)
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader("x-api-key")
                .constant(Endpoints.KEY)
                .setHeader(Exchange.CONTENT_TYPE)
                .constant("application/json")
                .to(setting.api() + "/accounts/search")
                .unmarshal()
                .json(JsonLibrary.Jackson)
                .process(HandWrittenUpsert::compare)
                .choice()
                .when(exchange -> exchange.getMessage().getBody() == null)
                .stop()
                .when(exchange -> exchange.getProperty(ID) == null)
                .marshal()
                .json(JsonLibrary.Jackson)
                .to(setting.api() + "/accounts")
                .otherwise()
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(Exchange.HTTP_METHOD)
                .constant("PATCH")
                .to(setting.api() + "/accounts/bulk");
    }

    private static void search(Exchange exchange) {
        Map<String, Object> wanted = CompanyRows.request(exchange.getMessage().getBody(Map.class));
        exchange.setProperty(WANTED, wanted);
        exchange.getMessage().setBody(CompanyRows.search(List.of(wanted.get("domain"))));
    }

    /** Leaves what is still to be sent as the body, null where that is nothing. */
    private static void compare(Exchange exchange) {
        Map<String, Object> wanted = wanted(exchange);
        Map<?, ?> data = (Map<?, ?>) exchange.getMessage().getBody(Map.class).get("data");
        List<?> found = (List<?>) data.get("accounts");
        if (found.isEmpty()) {
            exchange.getMessage().setBody(wanted);
            return;
        }
        Map<?, ?> stored = (Map<?, ?>) found.get(0);
        Map<String, Object> changes = CompanyRows.differences(wanted, stored);
        exchange.setProperty(ID, stored.get("id"));
        exchange.getMessage().setBody(changes.isEmpty() ? null : Map.of(stored.get("id"), changes));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> wanted(Exchange exchange) {
        return exchange.getProperty(WANTED, Map.class);
    }

    @Override
    void call(int number) throws Exception {
        Exchange exchange = send(CompanyRows.row(number));
        if (exchange.getProperty(ID) == null || exchange.getMessage().getBody() != null) {
            throw new IllegalStateException("Account " + number + " was not found unchanged");
        }
    }

    @Override
    void verify(long records) throws Exception {
        arrivals().requireNoWrites();
    }
}
