// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The names that the component's options have in Boot's properties. */
final class PropertyNames {

    static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("camel.component.octolane");

    private static final List<String> OPTIONS = Arrays.stream(
                    BeanUtils.getPropertyDescriptors(OctolaneComponentConfiguration.class))
            .map(PropertyDescriptor::getName)
            .filter(name -> !name.equals("class"))
            .toList();

    private PropertyNames() {}

    /** The property of an option as one writes it, or empty when the component has no such option. */
    static Optional<String> ofOption(String option) {
        return OPTIONS.contains(option) ? Optional.of(property(option)) : Optional.empty();
    }

    /** The property that exists and differs least from a name that does not. */
    static String nearest(ConfigurationPropertyName unknown) {
        String written = unknown.getElement(PREFIX.getNumberOfElements(), ConfigurationPropertyName.Form.UNIFORM);
        return OPTIONS.stream()
                .min(Comparator.comparingInt(option -> distance(written, option.toLowerCase(Locale.ROOT))))
                .map(PropertyNames::property)
                .orElseThrow();
    }

    private static String property(String option) {
        return PREFIX + "." + dashed(option);
    }

    static String dashed(String option) {
        return option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** How many letters must be put in, left out or replaced to make one text of the other. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
