// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot.app;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Imports the deals of a CSV file, reads them back, and listens for changed contacts. */
@SpringBootApplication
public class DealApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DealApplication.class, arguments);
    }

    @Bean
    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("file:{{inbox}}?noop=true&initialDelay=0&delay=100")
                        .routeId("import")
                        .unmarshal()
                        .csv()
                        .to("octolane:opportunity?operation=bulkCreate")
                        .to("mock:imported");
                from("direct:read").routeId("read").to("octolane:opportunity?operation=search&sort=name:asc");
                from("octolane:contact?initialDelay=0&delay=100")
                        .routeId("changes")
                        .to("mock:changes");
            }
        };
    }
}
