// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

public class MessagesInBulk extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:leads")
                .routeId("messages-in-bulk")
                .aggregate(constant("all"), new GroupedBodyAggregationStrategy())
                .completionSize(100)
                .completionTimeout(2000)
                .to("octolane:contact?operation=bulkCreate&failOnPartial=false")
                .split(simple("${body.failures()}"))
                .setHeader("reason", simple("${body.error()}"))
                .setBody(simple("${body.record()}"))
                .to("seda:refused-leads");
    }
}
