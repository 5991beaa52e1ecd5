// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The definition of a custom field: {@code slug} is its key in a record's {@code custom_fields}. */
record CustomField(String slug, String name, String propertyName, String attributeType, Map<String, Object> metadata) {

    static final String PROPERTY_PREFIX = "custom__";

    /** The entry of {@code custom_field_definitions}. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("current_name", name);
        map.put("property_name", propertyName);
        map.put("attribute_type", attributeType);
        map.put("metadata", metadata);
        return map;
    }
}
