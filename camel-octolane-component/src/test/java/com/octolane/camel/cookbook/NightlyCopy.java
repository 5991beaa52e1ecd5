// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import org.apache.camel.builder.RouteBuilder;

public class NightlyCopy extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:nightly-copy?period=24h&delay={{copy.delay}}&includeMetadata=true")
                .routeId("nightly-copy")
                .to("octolane:account?operation=list&paging=stream")
                .split(simple("${body}"))
                .streaming()
                .to("sql:classpath:sql/account.sql")
                .end()
                .to("sql:delete from account where copied_at < :#${exchangeProperty.CamelTimerFiredTime}");
    }
}
