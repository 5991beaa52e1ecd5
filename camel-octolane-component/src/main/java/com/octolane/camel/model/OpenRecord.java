// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record that may have more fields than those that are documented: custom fields, and those of later releases. */
public abstract class OpenRecord {

    private Map<String, Object> customFields;
    private final Map<String, Object> otherFields = new LinkedHashMap<>();

    /** The custom fields by slug, null where there are none. */
    public Map<String, Object> getCustomFields() {
        return customFields;
    }

    public void setCustomFields(Map<String, Object> customFields) {
        this.customFields = customFields;
    }

    /** Every field that has no property of its own, by the API's name. */
    @JsonAnyGetter
    public Map<String, Object> getOtherFields() {
        return otherFields;
    }

    @JsonAnySetter
    public void setOtherField(String name, Object value) {
        otherFields.put(name, value);
    }
}
