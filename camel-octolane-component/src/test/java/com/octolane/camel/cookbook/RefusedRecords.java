// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneValidationException;
import org.apache.camel.builder.RouteBuilder;

public class RefusedRecords extends RouteBuilder {

    @Override
    public void configure() {
        onException(OctolaneMappingException.class, OctolaneValidationException.class)
                .handled(true)
                .setHeader("reason", simple("${exception.message}"))
                .to("seda:refused");

        from("direct:contacts").routeId("refused-records").to("octolane:contact");
    }
}
