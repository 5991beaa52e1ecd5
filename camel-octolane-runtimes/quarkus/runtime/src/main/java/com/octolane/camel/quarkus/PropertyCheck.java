// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.util.StringHelper;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses properties that the component does not have, by the names that were written. Camel would refuse them too, but
 * tells their values, and a mistyped {@code api-key} has the key for a value.
 */
final class PropertyCheck extends MainListenerSupport {

    private static final String PREFIX = "camel.component.octolane.";
    private static final String VARIABLE =
            " (from an environment variable, whose _ Quarkus takes for dots: write PROPERTY = ${VARIABLE} instead)";
    private static final List<String> FAIL_FAST =
            List.of("camel.main.auto-configuration-fail-fast", "camel.main.autoConfigurationFailFast");

    private final List<String> options;
    private final Set<String> known;

    /** @param options the names of the component's options, as its metadata writes them */
    PropertyCheck(List<String> options) {
        this.options = options;
        this.known = options.stream().map(PropertyCheck::folded).collect(Collectors.toSet());
    }

    /** @throws IllegalArgumentException naming the properties that are none, and those that are, unless Camel shall not fail fast */
    @Override
    public void beforeConfigure(BaseMainSupport main) {
        Config config = ConfigProvider.getConfig();
        if (!failsFast(main, config)) {
            return;
        }
        List<String> unknown = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX) && !known.contains(folded(option(name))))
                .map(name -> isOfVariable(config, name) ? name + VARIABLE : name)
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The Octolane component has no property " + String.join(", ", unknown)
                    + ". Valid after " + PREFIX + ": "
                    + options.stream()
                            .map(StringHelper::camelCaseToDash)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    // Camel calls this before it has read that property itself
    private static boolean failsFast(BaseMainSupport main, Config config) {
        return FAIL_FAST.stream()
                .flatMap(name -> config.getOptionalValue(name, Boolean.class).stream())
                .findFirst()
                .orElse(main.configure().isAutoConfigurationFailFast());
    }

    private static boolean isOfVariable(Config config, String name) {
        return "EnvConfigSource".equals(config.getConfigValue(name).getSourceName());
    }

    // what follows is a key of an option that is a map, or a property of one that is a bean
    private static String option(String property) {
        return property.substring(PREFIX.length()).split("[.\\[]", 2)[0];
    }

    // Camel takes api-key, apiKey and apikey
    private static String folded(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
