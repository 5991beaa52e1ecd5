// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The languages in which a set of routes is written. */
enum Dsl {
    JAVA {
        @Override
        void addTo(CamelContext context, String file, RoutesBuilder inJava) throws Exception {
            context.addRoutes(inJava);
        }
    },
    XML {
        @Override
        void addTo(CamelContext context, String file, RoutesBuilder inJava) throws Exception {
            // not published for every release of Camel that the compatibility script runs this with
            assumeTrue(
                    Dsl.class.getResource("/META-INF/services/org/apache/camel/routes-loader/xml") != null,
                    "camel-xml-io-dsl is there");
            load(context, file + ".xml");
        }
    },
    YAML {
        @Override
        void addTo(CamelContext context, String file, RoutesBuilder inJava) throws Exception {
            load(context, file + ".yaml");
        }
    };

    /**
     * @param file   the path of the routes on the class path, without the extension that tells the language
     * @param inJava the same routes
     */
    abstract void addTo(CamelContext context, String file, RoutesBuilder inJava) throws Exception;

    private static void load(CamelContext context, String file) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:" + file));
    }
}
