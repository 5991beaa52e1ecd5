// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.UpsertResult;
import org.apache.camel.model.RouteDefinition;

/** Accounts by their domain in one bulk operation; all exist, and none has changed. */
public class OctolaneBulkUpsert extends BulkSubject {

    @Override
    void define(RouteDefinition route, Setting setting) {
        route.to("octolane:account?operation=bulkUpsert");
    }

    @Override
    Object body(int from, int count) {
        return CompanyRows.rows(from, count);
    }

    @Override
    boolean isRight(BulkResult.Row row) {
        return row.action() == UpsertResult.Action.unchanged && row.id() != null;
    }

    @Override
    void verify(long records) throws Exception {
        arrivals().requireNoWrites();
    }
}
