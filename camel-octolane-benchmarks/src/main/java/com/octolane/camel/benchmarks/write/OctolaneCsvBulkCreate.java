// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Setting;
import org.apache.camel.model.RouteDefinition;

/** CSV, read lazily, in one bulk operation. */
public class OctolaneCsvBulkCreate extends OctolaneBulkCreate {

    @Override
    void define(RouteDefinition route, Setting setting) {
        HandWrittenCsvCreate.rows(route).to("octolane:opportunity?operation=bulkCreate");
    }

    @Override
    Object body(int from, int count) {
        return DealRows.csv(from, count);
    }
}
