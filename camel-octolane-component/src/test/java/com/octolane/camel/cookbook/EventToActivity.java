// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class EventToActivity extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:call-ended").routeId("event-to-activity").to("""
                        octolane:activity?fieldMapping.kind=activity_type
                        &fieldMapping.subject=title
                        &fieldMapping.summary=description
                        &fieldMapping.people=participants
                        &fieldMapping.company=domains
                        &fieldMapping.ended=created_at
                        &unmapped=ignore""");
    }
}
