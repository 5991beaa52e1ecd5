// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot.app;

import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Imports the deals of a CSV file, reads them back (by a route in YAML), and listens for changed contacts. */
@SpringBootApplication
public class DealApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DealApplication.class, arguments);
    }

    // asks for the Camel context, as a repository of one's own may
    @Bean
    StateRepository<String, String> positions(CamelContext context) {
        Objects.requireNonNull(context);
        return new MemoryStateRepository();
    }

    @Bean
    RouteBuilder importDeals() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("file:{{inbox}}").unmarshal().csv().to("octolane:opportunity?operation=bulkCreate");
            }
        };
    }

    @Bean
    RouteBuilder changes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("octolane:contact?initialDelay=0&delay=100")
                        .routeId("changes")
                        .to("mock:changes");
            }
        };
    }
}
