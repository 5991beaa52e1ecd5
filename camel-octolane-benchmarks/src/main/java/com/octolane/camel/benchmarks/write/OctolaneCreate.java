// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.OctolaneConstants;
import com.octolane.camel.benchmarks.Setting;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;

/** The component with its default options: the row as it is. */
public class OctolaneCreate extends CreateSubject {

    @Override
    void define(RouteDefinition route, Setting setting) {
        route.to("octolane:opportunity");
    }

    @Override
    boolean hasId(Exchange exchange) {
        return exchange.getMessage().getHeader(OctolaneConstants.RECORD_ID) != null;
    }
}
