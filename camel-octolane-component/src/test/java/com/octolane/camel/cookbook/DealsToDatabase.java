// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class DealsToDatabase extends RouteBuilder {

    @Override
    public void configure() {
        from("octolane:opportunity?pipelineId={{pipeline}}&delay=30000&stateRepository=#positions")
                .routeId("deals-to-database")
                .to("sql:classpath:sql/deal.sql");
    }
}
