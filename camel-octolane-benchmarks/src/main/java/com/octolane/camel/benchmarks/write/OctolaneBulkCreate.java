// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.bulk.BulkResult;
import org.apache.camel.model.RouteDefinition;

/** An iterator of rows, in one bulk operation with the default options. */
public class OctolaneBulkCreate extends BulkSubject {

    @Override
    void define(RouteDefinition route, Setting setting) {
        route.to("octolane:opportunity?operation=bulkCreate");
    }

    @Override
    Object body(int from, int count) {
        return DealRows.rows(from, count);
    }

    @Override
    boolean isRight(BulkResult.Row row) {
        return row.status() == BulkResult.Status.SUCCEEDED && row.id() != null;
    }

    @Override
    void verify(long records) throws Exception {
        arrivals().require("bulkCreate", records);
    }
}
