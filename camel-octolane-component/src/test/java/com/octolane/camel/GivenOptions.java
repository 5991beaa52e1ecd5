// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lines of application.properties that whoever launches the tests gives in JUnit's configuration parameter {@value #PARAMETER}, to see that
 * the component behaves with them in another world. In an ordinary run there are none.
 */
record GivenOptions(List<String> lines) {

    static final String PARAMETER = "octolane.options";

    private static final String PREFIX = "camel.component.octolane.";

    /** Sets them, with Camel's own rules for their names and types. */
    void set(CamelContext context, OctolaneComponent component) {
        for (String line : lines) {
            String[] parts = line.split(" = ", 2);
            PropertyBindingSupport.build()
                    .withCamelContext(context)
                    .withTarget(component)
                    .withConfigurer(component.getComponentPropertyConfigurer())
                    .withProperty(StringHelper.dashToCamelCase(StringHelper.after(parts[0], PREFIX)), parts[1])
                    .withIgnoreCase(true)
                    .withMandatory(true)
                    .bind();
        }
    }

    /** Hands them to set-up methods. */
    static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == GivenOptions.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new GivenOptions(context.getConfigurationParameter(PARAMETER)
                    .map(lines -> lines.lines().toList())
                    .orElse(List.of()));
        }
    }
}
