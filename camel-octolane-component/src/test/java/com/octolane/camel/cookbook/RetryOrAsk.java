// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import com.octolane.camel.client.OctolaneException;
import org.apache.camel.builder.RouteBuilder;

public class RetryOrAsk extends RouteBuilder {

    @Override
    public void configure() {
        onException(OctolaneException.class)
                .onWhen(simple("${exception.maybeProcessed}"))
                .handled(true)
                .setHeader("reason", simple("${exception.message}"))
                .to("seda:ask-somebody");
        onException(OctolaneException.class)
                .onWhen(simple("${exception.retryable}"))
                .maximumRedeliveries("{{redelivery.times}}")
                .redeliveryDelay("{{redelivery.delay}}")
                .handled(true)
                .to("seda:later");

        from("direct:won-leads").routeId("retry-or-ask").to("octolane:opportunity?pipelineId={{pipeline}}");
    }
}
