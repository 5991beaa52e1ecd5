// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class UpsertAccount extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:upsert-account")
                .routeId("upsert-account")
                .to("octolane:account?operation=upsert&matchOn=domain")
                .choice()
                .when(simple("${body.action()} == 'created'"))
                .setBody(simple("${body.id()}"))
                .to("seda:new-accounts");
    }
}
