// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class MoveDeal extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:contract-signed")
                .routeId("move-deal")
                .unmarshal()
                .json()
                .setHeader("CamelOctolaneRecordId", simple("${body[deal]}"))
                .setBody(simple("{\"stage_name\": \"Won\", \"close_date\": \"${body[signed]}\"}"))
                .to("octolane:opportunity?operation=update");
    }
}
