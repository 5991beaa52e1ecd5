// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.karaf.route;

import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;

/** Writes two accounts; writes one note for each account that is read. */
final class AccountRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:accounts?repeatCount=1&delay=0")
                .routeId("write")
                .setBody(exchange -> List.of(
                        Map.of("name", "Acme", "domain", "https://www.acme.com/about"),
                        Map.of("name", "Globex", "domain", "globex.com")))
                .to("octolane:account?operation=bulkCreate");

        from("octolane:account?initialDelay=0&delay=500")
                .routeId("read")
                .setBody(exchange -> Map.of(
                        "content",
                        "Read in Karaf: "
                                + exchange.getMessage().getBody(Map.class).get("name"),
                        "account_domain",
                        exchange.getMessage().getBody(Map.class).get("domain")))
                .to("octolane:note");
    }
}
