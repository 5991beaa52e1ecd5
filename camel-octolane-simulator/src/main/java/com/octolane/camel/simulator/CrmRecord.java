// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One immutable version of a record. The system fields lie in an array, whose layout the {@link Kind} knows, so that a million records fit
 * into a small heap.
 */
final class CrmRecord {

    static final String ID = "id";
    static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";
    static final String CUSTOM_FIELDS = "custom_fields";

    private final Kind kind;
    private final String id;
    private final long sequence;
    private final Instant createdAt;
    private final Instant updatedAt;
    private final Object[] values;
    private final Map<String, Object> custom;

    private CrmRecord(
            Kind kind,
            String id,
            long sequence,
            Instant createdAt,
            Instant updatedAt,
            Object[] values,
            Map<String, Object> custom) {
        this.kind = kind;
        this.id = id;
        this.sequence = sequence;
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
        this.values = values;
        this.custom = custom;
    }

    /** @param fields system and custom values by name, without id and timestamps */
    static CrmRecord create(
            Kind kind, String id, long sequence, Instant createdAt, Instant updatedAt, Map<String, Object> fields) {
        CrmRecord empty = new CrmRecord(
                kind,
                id,
                sequence,
                createdAt,
                updatedAt,
                new Object[kind.fields().size()],
                Collections.emptyMap());
        return empty.with(fields, updatedAt);
    }

    /** A custom field whose new value is null is gone; a system field stays, without a value. */
    CrmRecord with(Map<String, Object> changes, Instant newUpdatedAt) {
        Object[] newValues = values.clone();
        Map<String, Object> newCustom = custom;
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            int position = kind.position(change.getKey());
            if (position >= 0) {
                newValues[position] = change.getValue();
            } else {
                if (newCustom == custom) {
                    newCustom = new LinkedHashMap<>(custom);
                }
                if (change.getValue() == null) {
                    newCustom.remove(change.getKey());
                } else {
                    newCustom.put(change.getKey(), change.getValue());
                }
            }
        }
        return new CrmRecord(kind, id, sequence, createdAt, newUpdatedAt, newValues, newCustom);
    }

    CrmRecord createdAt(Instant other) {
        return new CrmRecord(kind, id, sequence, other, updatedAt, values, custom);
    }

    Kind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    /** Counts up in the order in which records were created. */
    long sequence() {
        return sequence;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** The value of a system or custom field, timestamps as {@link Instant}; null where the record has none. */
    Object get(String field) {
        return switch (field) {
            case ID -> id;
            case CREATED_AT -> createdAt;
            case UPDATED_AT -> updatedAt;
            default -> {
                int position = kind.position(field);
                yield position >= 0 ? values[position] : custom.get(field);
            }
        };
    }

    String text(String field) {
        return get(field) instanceof String text ? text : null;
    }

    /** The record as the API shows it: every system field, absent ones as null. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(ID, id);
        for (int i = 0; i < values.length; i++) {
            map.put(kind.fields().get(i), values[i]);
        }
        if (kind.hasCustomFields()) {
            map.put(CUSTOM_FIELDS, custom);
        } else {
            map.putAll(custom);
        }
        map.put(CREATED_AT, Timestamps.format(createdAt));
        map.put(UPDATED_AT, Timestamps.format(updatedAt));
        return map;
    }
}
