// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.start;

import org.apache.camel.builder.RouteBuilder;

/** The same with a producer of camel-http, which every call of this component needs. */
public final class HttpContext extends BareContext {

    @Override
    RouteBuilder routes() {
        return routes("https://api.octolane.com/v1/accounts", "timer:in?delay=60000");
    }
}
