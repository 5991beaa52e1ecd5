// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.Map;

/** The bulk update of accounts, contacts and opportunities, the only way to change a record. */
final class UpdateHandler {

    private static final BulkCall.Wording WORDING =
            new BulkCall.Wording(200, rows -> "Objects were updated.", "updated");

    private final Store store;
    private final Bodies bodies;
    private final Map<String, Pipeline> pipelines;
    private final CustomFields customFields;
    private final BulkCall bulk;
    private final OctolaneWorld world;

    UpdateHandler(
            Store store,
            Bodies bodies,
            Map<String, Pipeline> pipelines,
            CustomFields customFields,
            BulkCall bulk,
            OctolaneWorld world) {
        this.store = store;
        this.bodies = bodies;
        this.pipelines = pipelines;
        this.customFields = customFields;
        this.bulk = bulk;
        this.world = world;
    }

    ApiAnswer update(Kind kind, ApiRequest request) {
        return bulk.run(
                request,
                kind.updateSchema(),
                new Changes(kind, store, bodies, pipelines, customFields, world),
                WORDING);
    }
}
