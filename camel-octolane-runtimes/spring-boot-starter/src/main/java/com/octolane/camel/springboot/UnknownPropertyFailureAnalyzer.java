// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells of a property that does not exist without its value, which Boot's own analysis prints: it may be a key. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownPropertyFailureAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnboundConfigurationPropertiesException cause) {
        Set<ConfigurationProperty> unknown = cause.getUnboundProperties();
        if (!unknown.stream().allMatch(each -> PropertyNames.PREFIX.isAncestorOf(each.getName()))) {
            return null;
        }
        return new FailureAnalysis(
                unknown.stream()
                        .map(UnknownPropertyFailureAnalyzer::describe)
                        .collect(Collectors.joining(System.lineSeparator())),
                unknown.stream()
                        .map(each -> "Did you mean " + PropertyNames.nearest(each.getName()) + "?")
                        .distinct()
                        .collect(Collectors.joining(System.lineSeparator())),
                cause);
    }

    private static String describe(ConfigurationProperty property) {
        String origin = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return "The Octolane component has no property " + property.getName() + origin + ".";
    }
}
