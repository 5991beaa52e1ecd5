// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneMappingException;
import org.apache.camel.builder.RouteBuilder;

/** The same routes as in dsl/routes.xml and dsl/routes.yaml. */
final class RoutesInJava extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:create")
                .routeId("create")
                .to("octolane:opportunity?pipelineId={{pipeline}}&fieldMapping.Deal Value=deal_size"
                        + "&dateFormat=dd.MM.yyyy")
                .to("mock:created");

        from("direct:upsert")
                .routeId("upsert")
                .to("octolane:opportunity?operation=bulkUpsert&pipelineId={{pipeline}}&stageId={{stage}}"
                        + "&matchOn=account_domain,name")
                .setBody(simple("${body.succeeded()} of ${body.total()}"))
                .to("mock:upserted");

        from("octolane:contact?initialDelay=0&delay=100&filter.email=ends_with:@acme.com")
                .routeId("changes")
                .setBody(simple("${header.CamelOctolaneRecordId} ${body[email]}"))
                .to("mock:changes");

        from("direct:search")
                .routeId("search")
                .to("octolane:opportunity?operation=search&pipelineId={{pipeline}}&filter.deal_size=gte:50000"
                        + "&sort=created_at:asc&pageSize=2&paging=stream")
                .split(simple("${body}"))
                .streaming()
                .setBody(simple("${body[name]}"))
                .to("mock:found");

        from("direct:errors")
                .routeId("errors")
                .doTry()
                .to("octolane:account")
                .doCatch(OctolaneMappingException.class)
                .setBody(simple("${exception.problems[0]}"))
                .to("mock:rejected");
    }
}
