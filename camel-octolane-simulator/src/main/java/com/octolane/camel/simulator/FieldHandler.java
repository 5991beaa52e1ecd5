// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The definitions of fields: listed, created and changed, by object or, for opportunities, by pipeline. All rows of a call or none. */
final class FieldHandler {

    /** An object's fields, and the scope in which its custom ones are defined. */
    record Scope(Kind kind, String name) {}

    private final Bodies bodies;
    private final CustomFields custom;
    private final OctolaneWorld world;
    private final Map<String, List<FieldDefinition>> system = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    FieldHandler(Bodies bodies, CustomFields custom, OctolaneWorld world) {
        this.bodies = bodies;
        this.custom = custom;
        this.world = world;
    }

    ApiAnswer list(Scope scope) {
        lock.lock();
        try {
            List<FieldDefinition> fields =
                    new ArrayList<>(custom.of(scope.name()).values());
            fields.sort(Comparator.comparing(
                            FieldDefinition::order, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                    .thenComparing(FieldDefinition::propertyName));
            fields.addAll(0, systemFields(scope));
            List<Map<String, Object>> shown = listed(scope, fields);
            return ApiAnswer.success(
                    200, "Fields", world.differs(Difference.FIELDS_AS_BARE_LIST) ? shown : Map.of("fields", shown));
        } finally {
            lock.unlock();
        }
    }

    ApiAnswer create(Scope scope, ApiRequest request) {
        JsonNode rows = bodies.read(request, "FieldBulkCreateInput");
        lock.lock();
        try {
            FieldDrafts drafts = new FieldDrafts(scope, bodies, all(scope));
            Problems problems = new Problems();
            List<FieldDefinition> created = new ArrayList<>();
            for (JsonNode row : rows) {
                created.add(drafts.create(row, problems.under("[" + created.size() + "]")));
            }
            problems.throwIfAny();
            created.forEach(field -> custom.put(scope.name(), field));
            return ApiAnswer.success(201, created.size() + " fields created", shown(created));
        } finally {
            lock.unlock();
        }
    }

    ApiAnswer update(Scope scope, ApiRequest request) {
        JsonNode rows = bodies.read(request, "FieldBulkUpdateInput");
        lock.lock();
        try {
            FieldDrafts drafts = new FieldDrafts(scope, bodies, all(scope));
            Problems problems = new Problems();
            List<FieldDefinition> updated = new ArrayList<>();
            for (JsonNode row : rows) {
                updated.add(drafts.update(row, problems.under("[" + updated.size() + "]")));
            }
            problems.throwIfAny();
            updated.forEach(field -> replace(scope, field));
            return ApiAnswer.success(200, updated.size() + " fields updated", shown(updated));
        } finally {
            lock.unlock();
        }
    }

    /** Forgets every change to the system fields. */
    void reset() {
        lock.lock();
        try {
            system.clear();
        } finally {
            lock.unlock();
        }
    }

    private List<FieldDefinition> systemFields(Scope scope) {
        return system.computeIfAbsent(
                scope.name(), name -> new ArrayList<>(SystemFields.of(scope.name(), scope.kind())));
    }

    private List<FieldDefinition> all(Scope scope) {
        List<FieldDefinition> all = new ArrayList<>(systemFields(scope));
        all.addAll(custom.of(scope.name()).values());
        return all;
    }

    private void replace(Scope scope, FieldDefinition field) {
        if (field.system()) {
            systemFields(scope).replaceAll(each -> each.id().equals(field.id()) ? field : each);
        } else {
            custom.put(scope.name(), field);
        }
    }

    private List<Map<String, Object>> listed(Scope scope, List<FieldDefinition> fields) {
        List<FieldDefinition> all = new ArrayList<>(fields);
        if (world.differs(Difference.NEW_FIELD_TYPE)) {
            all.add(FieldDefinition.custom(scope.name(), "colour", "Colour", "color"));
        }
        List<Map<String, Object>> shown = shown(all);
        if (scope.kind() == Kind.OPPORTUNITY) {
            shown.forEach(each -> each.computeIfPresent(
                    "property_name", (key, name) -> Bends.fieldOfOpportunity(world, name.toString())));
        }
        return shown;
    }

    private static List<Map<String, Object>> shown(List<FieldDefinition> fields) {
        return fields.stream().map(FieldDefinition::toListEntry).toList();
    }
}
