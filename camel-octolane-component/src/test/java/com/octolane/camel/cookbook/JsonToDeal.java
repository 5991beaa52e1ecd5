// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class JsonToDeal extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:json-to-deal")
                .routeId("json-to-deal")
                .to("""
                        octolane:opportunity?pipelineId={{pipeline}}
                        &stageId={{stage}}
                        &fieldMapping.title=name
                        &fieldMapping.company=account_domain
                        &fieldMapping.buyer=primary_contact_email
                        &fieldMapping.value=deal_size
                        &unmapped=fail""")
                .setBody(simple("${header.CamelOctolaneRecordId}"))
                .to("seda:deal-ids");
    }
}
