// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;

/** Deals one by one, without Camel. */
public class PlainCreate extends PlainSubject {

    private Callers callers;

    @Override
    public void start(Setting setting) {
        super.start(setting);
        callers = new Callers(setting.callers());
    }

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        arrivals().begin();
        callers.move(records, latencies, this::create);
        arrivals().require("create", records);
    }

    private void create(int number) throws Exception {
        JsonNode data = client().post("/opportunities", DealRows.request(DealRows.row(number)));
        require(data.path("id").isTextual(), data);
    }

    @Override
    public void close() throws Exception {
        callers.close();
        super.close();
    }
}
