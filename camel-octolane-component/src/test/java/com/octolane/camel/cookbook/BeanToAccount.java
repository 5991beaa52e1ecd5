// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import java.net.URI;
import org.apache.camel.builder.RouteBuilder;

public class BeanToAccount extends RouteBuilder {

    public record Company(String companyName, URI homePage, String staff) {}

    @Override
    public void configure() {
        from("direct:bean-to-account")
                .routeId("bean-to-account")
                .to("""
                        octolane:account?fieldMapping.homePage=domain
                        &fieldMapping.companyName=name
                        &fieldMapping.staff=employee_range""")
                .setBody(simple("${header.CamelOctolaneRecordId}"))
                .to("seda:account-ids");
    }
}
