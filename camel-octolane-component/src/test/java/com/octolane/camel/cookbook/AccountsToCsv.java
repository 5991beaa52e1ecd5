// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class AccountsToCsv extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:accounts-to-csv")
                .routeId("accounts-to-csv")
                .to("octolane:account?operation=list&paging=stream")
                .marshal(dataFormat()
                        .csv()
                        .header("domain,name,industry,updated_at")
                        .end())
                .to("file:{{outbox}}?fileName=accounts.csv&tempFileName=accounts.csv.part");
    }
}
