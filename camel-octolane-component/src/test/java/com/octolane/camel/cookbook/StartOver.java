// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class StartOver extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:start-over")
                .routeId("start-over")
                .to("controlbus:route?routeId=deals-to-database&action=stop")
                .to("sql:delete from positions where state_key = 'deals-to-database/opportunity/{{pipeline}}'")
                .to("controlbus:route?routeId=deals-to-database&action=start");
    }
}
