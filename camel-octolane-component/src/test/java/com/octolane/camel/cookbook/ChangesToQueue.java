// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class ChangesToQueue extends RouteBuilder {

    @Override
    public void configure() {
        from("octolane:contact?delay=30000&outputFormat=json&stateRepository=#positions")
                .routeId("changes-to-queue")
                .setHeader("kafka.KEY", simple("${header.CamelOctolaneRecordId}"))
                .to("{{contacts.queue}}");
    }
}
