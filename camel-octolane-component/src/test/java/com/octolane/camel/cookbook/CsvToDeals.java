// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class CsvToDeals extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{inbox}}?include=.*[.]csv&charset=UTF-8&move=done/${file:name}&moveFailed=failed/${file:name}")
                .routeId("csv-to-deals")
                .unmarshal(dataFormat().csv().useMaps(true).lazyLoad(true).end())
                .to("""
                        octolane:opportunity?operation=bulkUpsert
                        &pipelineId={{pipeline}}
                        &stageId={{stage}}
                        &matchOn=account_domain,name
                        &fieldMapping.Deal=name
                        &fieldMapping.Website=account_domain
                        &fieldMapping.Value=deal_size
                        &fieldMapping.Closes=close_date
                        &dateFormat=dd.MM.yyyy
                        &unmapped=ignore""");
    }
}
