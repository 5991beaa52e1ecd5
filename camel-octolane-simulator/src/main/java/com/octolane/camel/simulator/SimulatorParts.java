// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** What a simulator is made of, put together in one place. */
record SimulatorParts(
        String apiKey,
        Map<String, Pipeline> pipelines,
        Store store,
        CustomFields customFields,
        FieldHandler fields,
        OctolaneWorld world,
        Seeds seeds,
        FaultScript script,
        SimulatorExtension extension,
        CallLog calls,
        Board board) {

    static SimulatorParts of(
            String apiKey,
            Supplier<Instant> clock,
            Map<String, Pipeline> pipelines,
            CustomFields customFields,
            PageLimits limits) {
        Store store = new Store(clock);
        Bodies bodies = new Bodies();
        OctolaneWorld world = new OctolaneWorld(clock);
        customFields.obey(world);
        Creator creator = new Creator(store, bodies, pipelines, customFields, world);
        BulkCall bulk = new BulkCall(store, bodies, world);
        CreateHandler creates = new CreateHandler(store, bodies, creator, bulk, world);
        UpdateHandler updates = new UpdateHandler(store, bodies, pipelines, customFields, bulk, world);
        QueryReader queries = new QueryReader(bodies, pipelines, customFields, world, limits);
        ReadHandler reads = new ReadHandler(store, queries, customFields, world);
        Router router = new Router(apiKey);
        for (Kind kind : Kind.values()) {
            String path = "/v1/" + kind.plural();
            router.on("POST", path, request -> creates.create(kind, request))
                    .on("POST", path + "/bulk", request -> creates.bulkCreate(kind, request));
            if (kind.hasCustomFields()) {
                router.on("GET", path, request -> reads.list(kind, request))
                        .on("POST", path + "/search", request -> reads.search(kind, request))
                        .on("PATCH", path + "/bulk", request -> updates.update(kind, request));
            }
        }
        FieldHandler fields = new FieldHandler(bodies, customFields, world);
        new DefinitionRoutes(pipelines, fields, new StageHandler(bodies), world).lay(router);
        FaultScript script = new FaultScript();
        CallLog calls = new CallLog();
        return new SimulatorParts(
                apiKey,
                pipelines,
                store,
                customFields,
                fields,
                world,
                new Seeds(store, pipelines, customFields),
                script,
                new SimulatorExtension(router, bodies, clock, script, world),
                calls,
                board(new BoardState(store, pipelines), calls, new BoardFaults(script), bodies));
    }

    private static Board board(BoardState records, CallLog calls, BoardFaults faults, Bodies bodies) {
        Supplier<Map<String, Object>> state = () -> {
            Map<String, Object> all = records.records();
            all.put("calls", calls.recent());
            all.put("faults", faults.state());
            return all;
        };
        return new Board(state, faults, bodies);
    }

    void reset() {
        store.clear();
        customFields.clear();
        fields.reset();
        pipelines.values().forEach(Pipeline::reset);
        world.reset();
        script.reset();
        calls.clear();
    }
}
