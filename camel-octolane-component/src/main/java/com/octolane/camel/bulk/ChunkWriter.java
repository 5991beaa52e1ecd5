// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.RowError;
import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a chunk until each of its rows is settled. A rejected chunk wrote nothing, so it is narrowed: rows that the
 * error names fail and the others are sent again; where it names none, the chunk is halved.
 */
final class ChunkWriter {

    private final OctolaneObject object;
    private final ChunkCall call;

    ChunkWriter(OctolaneObject object, ChunkCall call) {
        this.object = object;
        this.call = call;
    }

    /** One row for each item, in no particular order. */
    List<Row> write(List<Item> items) {
        List<Row> rows = new ArrayList<>(items.size());
        write(items, rows);
        return rows;
    }

    /** Returns whether the API took the chunk. */
    private boolean write(List<Item> items, List<Row> rows) {
        ApiResult result;
        try {
            result = call.write(items);
        } catch (OctolaneApiException e) {
            // assumption A-37
            if (e.getBodyStatusCode() == 400) {
                narrow(items, e, rows);
            } else {
                giveUp(items, e, rows);
            }
            return false;
        } catch (OctolaneException e) {
            giveUp(items, e, rows);
            return false;
        }
        BulkAnswer answer = BulkAnswer.read(object, result.data(), items);
        rows.addAll(answer.settled());
        settle(answer.open(), answer.doubt(), rows);
        return true;
    }

    private void narrow(List<Item> items, OctolaneApiException rejection, List<Row> rows) {
        Map<Integer, Map<String, Object>> named = RowErrors.byPosition(rejection.getErrors(), items);
        if (items.size() == 1) {
            Map<String, Object> errors = named.isEmpty() ? rejection.getErrors() : named.get(0);
            rows.add(items.get(0).failed(new RowError(rejection.getApiMessage(), errors, rejection)));
        } else if (named.isEmpty()) {
            halve(items, rows);
        } else {
            List<Item> others = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (named.containsKey(i)) {
                    RowError error = new RowError(rejection.getApiMessage(), named.get(i), rejection);
                    rows.add(items.get(i).failed(error));
                } else {
                    others.add(items.get(i));
                }
            }
            if (!others.isEmpty()) {
                write(others, rows);
            }
        }
    }

    /** Narrows items of which at least one is known to be bad. */
    private void halve(List<Item> items, List<Row> rows) {
        List<Item> left = items.subList(0, items.size() / 2);
        List<Item> right = items.subList(items.size() / 2, items.size());
        boolean badOneIsRight = write(left, rows);
        if (badOneIsRight && right.size() > 1) {
            // asking for the whole right half would only repeat what is known
            halve(right, rows);
        } else {
            write(right, rows);
        }
    }

    private void giveUp(List<Item> items, OctolaneException failure, List<Row> rows) {
        if (failure.isMaybeProcessed()) {
            settle(items, failure, rows);
        } else {
            items.forEach(item -> rows.add(item.failed(failure)));
        }
    }

    private void settle(List<Item> items, OctolaneException doubt, List<Row> rows) {
        if (items.isEmpty()) {
            return;
        }
        Map<Integer, String> found;
        try {
            found = call.lookUp(items);
        } catch (OctolaneException e) {
            doubt.addSuppressed(e);
            found = null;
        }
        for (Item item : items) {
            if (found != null && found.containsKey(item.index())) {
                rows.add(item.succeeded(found.get(item.index())));
            } else if (found != null && call.absenceIsCertain()) {
                rows.add(item.failed(doubt));
            } else {
                rows.add(item.unknown(doubt));
            }
        }
    }
}
