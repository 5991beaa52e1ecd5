// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class AnyObject extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:any-object")
                .routeId("any-object")
                .toD("octolane:${header.object}?operation=${header.operation}&pipelineId={{pipeline}}");
    }
}
