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
        Seeds seeds,
        SimulatorExtension extension) {

    static SimulatorParts of(String apiKey, Supplier<Instant> clock, Map<String, Pipeline> pipelines) {
        Store store = new Store(clock);
        Bodies bodies = new Bodies();
        CustomFields customFields = new CustomFields();
        CreateHandler creates = new CreateHandler(store, bodies, new Creator(store, bodies, pipelines, customFields));
        Router router = new Router(apiKey);
        for (Kind kind : Kind.values()) {
            router.on("POST", "/v1/" + kind.plural(), request -> creates.create(kind, request))
                    .on("POST", "/v1/" + kind.plural() + "/bulk", request -> creates.bulkCreate(kind, request));
        }
        return new SimulatorParts(
                apiKey,
                pipelines,
                store,
                customFields,
                new Seeds(store, pipelines, customFields),
                new SimulatorExtension(router, bodies, clock));
    }

    void reset() {
        store.clear();
        customFields.clear();
    }
}
