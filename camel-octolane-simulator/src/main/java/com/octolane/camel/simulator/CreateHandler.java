// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Single and bulk creates of all five objects. A bulk create stores all of its rows or none. */
final class CreateHandler {

    private final Store store;
    private final Bodies bodies;
    private final Creator creator;
    private final OctolaneWorld world;

    CreateHandler(Store store, Bodies bodies, Creator creator, OctolaneWorld world) {
        this.store = store;
        this.bodies = bodies;
        this.creator = creator;
        this.world = world;
    }

    ApiAnswer create(Kind kind, ApiRequest request) {
        JsonNode row = bodies.read(request, kind.inputSchema());
        check(kind, List.of(row), false);
        return store.writing(() -> {
            int before = store.table(kind).size();
            CrmRecord stored = creator.store(kind, row);
            boolean created = store.table(kind).size() > before;
            return ApiAnswer.success(
                    created ? 201 : 200, kind.label() + (created ? " created" : " already exists"), stored.toMap());
        });
    }

    ApiAnswer bulkCreate(Kind kind, ApiRequest request) {
        try {
            return storeAll(kind, request);
        } catch (ApiException e) {
            throw world.namesRows() ? e : withoutRows(e);
        }
    }

    private ApiAnswer storeAll(Kind kind, ApiRequest request) {
        List<JsonNode> rows = new ArrayList<>();
        bodies.read(request, kind.bulkSchema()).forEach(rows::add);
        check(kind, rows, true);
        return store.writing(() -> {
            List<Map<String, Object>> data = new ArrayList<>(rows.size());
            for (JsonNode row : rows) {
                data.add(creator.store(kind, row).toMap());
            }
            return ApiAnswer.success(201, data.size() + " " + kind.plural() + " processed", data);
        });
    }

    private void check(Kind kind, List<JsonNode> rows, boolean bulk) {
        Problems problems = new Problems();
        for (int i = 0; i < rows.size(); i++) {
            creator.check(kind, rows.get(i), problems.under(bulk ? "[" + i + "]." : ""));
        }
        problems.throwIfAny();
    }

    private static ApiException withoutRows(ApiException e) {
        Map<String, String> errors = new LinkedHashMap<>();
        e.errors().forEach((field, text) -> errors.putIfAbsent(field.replaceFirst("^\\[\\d+]\\.?", ""), text));
        return new ApiException(e.status(), e.getMessage(), errors);
    }
}
