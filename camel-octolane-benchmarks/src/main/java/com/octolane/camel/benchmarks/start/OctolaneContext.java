// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.start;

import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Setting;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** The same with a producer and a consumer of this component. */
public final class OctolaneContext extends BareContext {

    @Override
    CamelContext context(Setting setting) {
        return Endpoints.context(setting);
    }

    @Override
    RouteBuilder routes() {
        return routes("octolane:account", "octolane:contact?initialDelay=60000");
    }
}
