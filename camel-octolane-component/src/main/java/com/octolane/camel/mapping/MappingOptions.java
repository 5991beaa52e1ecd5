// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How records are mapped.
 *
 * @param fieldMapping the API's field names, or names of custom fields, by source field; goes before the preset
 * @param customFieldKey under which name a custom field is written that a definition knows
 * @param selectKey    how the option of a select is written that a definition knows
 * @param dateFormat   patterns of {@link java.time.format.DateTimeFormatter} separated by {@code |}, or null for
 *                     ISO-8601 alone
 * @param zone         the zone of dates that name none
 */
public record MappingOptions(
        Preset preset,
        Map<String, String> fieldMapping,
        Unmapped unmapped,
        CustomFieldKey customFieldKey,
        SelectKey selectKey,
        String dateFormat,
        ZoneId zone) {

    public MappingOptions {
        fieldMapping = Map.copyOf(fieldMapping);
    }

    /** Custom fields are written under the names that sources give them. */
    public MappingOptions(
            Preset preset, Map<String, String> fieldMapping, Unmapped unmapped, String dateFormat, ZoneId zone) {
        this(preset, fieldMapping, unmapped, CustomFieldKey.given, SelectKey.value, dateFormat, zone);
    }

    /** What holds when no option is set. */
    public static MappingOptions defaults() {
        return new MappingOptions(Preset.octolane, Map.of(), Unmapped.custom, null, ZoneOffset.UTC);
    }
}
