// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.util.List;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;

/** Finds the route of a consumer that was not told it, since another component made the consumer for an endpoint of its own, as camel-master does. */
final class FedRoute {

    private FedRoute() {}

    /** @return the route that begins with an endpoint which stands for this one; null where none or several do */
    static Route of(Endpoint endpoint) {
        List<Route> routes = endpoint.getCamelContext().getRoutes().stream()
                .filter(route -> standsFor(route.getEndpoint(), endpoint))
                .toList();
        return routes.size() == 1 ? routes.get(0) : null;
    }

    private static boolean standsFor(Endpoint outer, Endpoint inner) {
        return outer instanceof DelegateEndpoint delegate
                && (delegate.getEndpoint() == inner || standsFor(delegate.getEndpoint(), inner));
    }
}
