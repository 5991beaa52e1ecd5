// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class ContactOfMessage extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:order-placed")
                .routeId("contact-of-message")
                .unmarshal()
                .json()
                .setVariable("buyer", simple("${body[email]}"))
                .toV("octolane:contact?operation=get", "buyer", "contact")
                .choice()
                .when(simple("${variable.contact} == null"))
                .to("seda:orders-of-strangers")
                .otherwise()
                .setHeader("jobTitle", simple("${variable.contact[job_title]}"))
                .to("seda:orders");
    }
}
