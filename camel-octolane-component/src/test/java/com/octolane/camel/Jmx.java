// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;

/** Reads attributes that a context shows over JMX. */
final class Jmx {

    private Jmx() {}

    /** @param query the rest of an object name, for example {@code type=components,name="octolane"} */
    static Object attribute(CamelContext context, String query, String attribute) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName pattern =
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + "," + query + ",*");
        ObjectName name = server.queryNames(pattern, null).iterator().next();
        return server.getAttribute(name, attribute);
    }
}
