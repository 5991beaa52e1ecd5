// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Single and bulk creates of all five objects. */
final class CreateHandler {

    private final Store store;
    private final Bodies bodies;
    private final Creator creator;
    private final BulkCall bulk;
    private final OctolaneWorld world;

    CreateHandler(Store store, Bodies bodies, Creator creator, BulkCall bulk, OctolaneWorld world) {
        this.store = store;
        this.bodies = bodies;
        this.creator = creator;
        this.bulk = bulk;
        this.world = world;
    }

    ApiAnswer create(Kind kind, ApiRequest request) {
        JsonNode row = bodies.read(request, kind.inputSchema());
        Problems problems = new Problems();
        creator.check(kind, row, problems);
        problems.throwIfAny();
        return store.writing(() -> {
            int before = store.table(kind).size();
            CrmRecord stored = creator.store(kind, row);
            boolean created = store.table(kind).size() > before;
            return ApiAnswer.success(
                            created ? 201 : 200,
                            kind.label() + (created ? " created" : " already exists"),
                            data(stored))
                    .about(1);
        });
    }

    private Map<String, Object> data(CrmRecord stored) {
        Map<String, Object> data = stored.toMap();
        if (world.differs(Difference.ID_UNDER_ANOTHER_NAME)) {
            data.put("uuid", data.remove(CrmRecord.ID));
        }
        return data;
    }

    ApiAnswer bulkCreate(Kind kind, ApiRequest request) {
        if (kind == Kind.ACTIVITY && world.differs(Difference.NO_BULK_OF_ACTIVITIES)) {
            throw ApiException.notFound(Map.of("path", "No such path: " + request.path()));
        }
        BulkCall.Work work = new BulkCall.Work() {
            @Override
            public void check(BulkRow row, Problems problems) {
                creator.check(kind, row.body(), problems);
            }

            @Override
            public CrmRecord write(BulkRow row) {
                return creator.store(kind, row.body());
            }
        };
        BulkCall.Wording wording =
                new BulkCall.Wording(201, rows -> rows + " " + kind.plural() + " processed", "created");
        return bulk.run(request, kind.bulkSchema(), work, wording);
    }
}
