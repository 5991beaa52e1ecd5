// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import com.octolane.camel.OctolaneComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;

/** Sets on a component what the application's properties set, and leaves the rest to the component. */
final class PropertyCopy {

    private static final String CONFIGURATION = "configuration";

    private PropertyCopy() {}

    static void copy(OctolaneComponentConfiguration properties, OctolaneComponent component) {
        String key = properties.getApiKey();
        // Boot hands on what it cannot resolve as it stands, and this would be sent as the key
        if (key != null && key.startsWith("${") && key.endsWith("}")) {
            throw new IllegalArgumentException("The option apiKey is a placeholder that has no value: "
                    + "does the variable exist that camel.component.octolane.api-key names?");
        }
        Map<String, Object> set = CamelPropertiesHelper.getNonNullProperties(component.getCamelContext(), properties);
        // Boot's switches, which are no options
        set.remove("enabled");
        set.remove("customizer");
        Map<String, Object> ordered = new LinkedHashMap<>();
        // first: set later, it would replace what single properties say
        Object configuration = set.remove(CONFIGURATION);
        if (configuration != null) {
            ordered.put(CONFIGURATION, configuration);
        }
        ordered.putAll(set);
        CamelPropertiesHelper.setCamelProperties(component.getCamelContext(), component, ordered, true);
    }
}
