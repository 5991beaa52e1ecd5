// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.cookbook;

import com.octolane.camel.bulk.BulkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of a file that did not get into the CRM, under its own columns, with the reason at the end of each. */
public class FailedRows {

    public List<List<Object>> table(BulkResult result) {
        List<List<Object>> table = new ArrayList<>();
        for (BulkResult.Row row : result.failures()) {
            Map<?, ?> record = (Map<?, ?>) row.record();
            if (table.isEmpty()) {
                table.add(line(record.keySet(), "status", "reason"));
            }
            table.add(line(record.values(), row.status(), row.error()));
        }
        return table;
    }

    private static List<Object> line(Iterable<?> columns, Object status, Object reason) {
        List<Object> line = new ArrayList<>();
        columns.forEach(line::add);
        line.add(status);
        line.add(reason);
        return line;
    }
}
