// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body {@code Map<id, changes>} of a bulk update, as records that carry their id. */
final class IdAndChanges {

    private IdAndChanges() {}

    /** Whether each value is a map of changes; else the map is one record. */
    static boolean fits(Map<?, ?> byId) {
        return !byId.isEmpty()
                && byId.entrySet().stream()
                        .allMatch(each -> each.getKey() instanceof String && each.getValue() instanceof Map);
    }

    static Iterator<Object> records(Map<?, ?> byId) {
        return byId.entrySet().stream()
                .map(each -> {
                    Map<Object, Object> record = new LinkedHashMap<>((Map<?, ?>) each.getValue());
                    record.put("id", each.getKey());
                    return (Object) record;
                })
                .iterator();
    }
}
