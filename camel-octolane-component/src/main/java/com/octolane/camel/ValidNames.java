// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.mapping.Preset;
import com.octolane.camel.mapping.Unmapped;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks option values that are one of a few words, and takes the key out of a URI that is shown. */
final class ValidNames {

    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.of(
            "mapping", Preset.class,
            "unmapped", Unmapped.class,
            "paging", Paging.class,
            "outputFormat", OutputFormat.class);

    private ValidNames() {}

    /** @throws IllegalArgumentException naming the option, its value and the valid ones */
    static void check(Map<String, Object> parameters) {
        if (parameters.get("operation") instanceof String operation && !operation.startsWith("#")) {
            OctolaneOperation.of(operation);
        }
        WORDS.forEach((option, type) -> {
            if (parameters.get(option) instanceof String value && !value.startsWith("#")) {
                check(option, value, type);
            }
        });
    }

    private static void check(String option, String value, Class<? extends Enum<?>> type) {
        Enum<?>[] valid = type.getEnumConstants();
        if (Arrays.stream(valid).noneMatch(each -> each.name().equalsIgnoreCase(value.strip()))) {
            throw new IllegalArgumentException("The option " + option + " is '" + value + "'. Valid values: "
                    + Arrays.stream(valid).map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    /** The URI with the key, in whatever form it stands there, replaced as Camel replaces secrets. */
    static String withoutKey(String uri) {
        return uri.replaceAll("(?i)(apiKey=)(RAW\\(.*?\\)|RAW\\{.*?}|[^&]*)", "$1xxxxxx");
    }
}
