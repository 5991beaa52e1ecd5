// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.karaf.route;

import com.octolane.camel.OctolaneComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Starts the routes with the bundle and stops them with it. The context is that of camel-core-osgi: it finds the component through the
 * bundle that holds it, by nothing but the scheme. The base URL and the key come from system properties.
 */
public final class RouteActivator implements BundleActivator {

    private CamelContext camel;

    @Override
    public void start(BundleContext bundle) throws Exception {
        camel = new OsgiDefaultCamelContext(bundle);
        OctolaneComponent octolane = camel.getComponent("octolane", OctolaneComponent.class);
        octolane.getConfiguration().setBaseUrl(property(bundle, "octolane.baseUrl"));
        octolane.getConfiguration().setApiKey(property(bundle, "octolane.apiKey"));
        camel.addRoutes(new AccountRoutes());
        camel.start();
    }

    @Override
    public void stop(BundleContext bundle) {
        camel.stop();
    }

    private static String property(BundleContext bundle, String name) {
        String value = bundle.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property " + name + " is not set");
        }
        return value;
    }
}
