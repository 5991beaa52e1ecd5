// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class ImportReport extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{inbox}}?include=.*[.]csv&charset=UTF-8&move=done/${file:name}&moveFailed=failed/${file:name}")
                .routeId("import-report")
                .unmarshal(
                        dataFormat().csv().useOrderedMaps(true).lazyLoad(true).end())
                .to("octolane:contact?operation=bulkCreate&failOnPartial=false")
                .choice()
                .when(simple("${body.failures().size()} > 0"))
                .bean(FailedRows.class)
                .marshal()
                .csv()
                .to("file:{{reports}}?fileName=${file:name.noext}-failed.csv");
    }
}
