// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.RowError;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.RecordIds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads the {@code data} of a bulk answer. Its shape is not documented, so several are understood: a list of records
 * or of results, such a list under one of the usual names, lists of failures beside it, or an object keyed by id. A
 * result belongs to the row that it names by index, id or natural key; its place counts only where nothing speaks
 * against it.
 */
final class BulkAnswer {

    private static final List<String> RESULT_LISTS =
            List.of("results", "records", "items", "data", "created", "updated", "succeeded", "success");
    private static final List<String> FAILURE_LISTS =
            List.of("errors", "failed", "failures", "error", "rejected", "skipped");

    private final OctolaneObject object;
    private final List<Item> items;
    private final String[] ids;
    private final RowKeys rowKeys;
    private final boolean[] confirmed;
    private final RowError[] failures;
    private boolean unattributedFailure;
    private boolean incomplete;

    private BulkAnswer(OctolaneObject object, List<Item> items) {
        this.object = object;
        this.items = items;
        // an update names its records itself
        this.ids = items.stream().map(Item::key).toArray(String[]::new);
        this.rowKeys = new RowKeys(object, items);
        this.confirmed = new boolean[items.size()];
        this.failures = new RowError[items.size()];
    }

    static BulkAnswer read(OctolaneObject object, JsonNode data, List<Item> items) {
        BulkAnswer answer = new BulkAnswer(object, items);
        // an empty list says as little as no data at all
        if (data.isArray() && !data.isEmpty()) {
            answer.readList(data, false);
        } else if (data.isObject()) {
            answer.readObject(data);
        }
        return answer;
    }

    /** The rows whose outcome is told; where nothing is said of any row, success holds for all. */
    List<Row> settled() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (failures[i] != null) {
                rows.add(items.get(i).failed(failures[i]));
            } else if (confirmed[i] || !hasDoubt()) {
                rows.add(items.get(i).succeeded(ids[i]));
            }
        }
        return rows;
    }

    /** The rows of which the answer does not tell, although it tells of others. */
    List<Item> open() {
        List<Item> open = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (failures[i] == null && !confirmed[i] && hasDoubt()) {
                open.add(items.get(i));
            }
        }
        return open;
    }

    OctolaneException doubt() {
        return new OctolaneException("The API's bulk answer does not tell what became of this record");
    }

    private boolean hasDoubt() {
        return unattributedFailure || incomplete;
    }

    private void readObject(JsonNode data) {
        for (String name : FAILURE_LISTS) {
            JsonNode list = data.path(name);
            if (list.isArray()) {
                readList(list, true);
            } else if (list.isObject()) {
                readKeyed(list, true);
            }
        }
        JsonNode results = firstList(data);
        if (results != null) {
            readList(results, false);
        } else {
            readKeyed(data, false);
        }
    }

    private JsonNode firstList(JsonNode data) {
        if (data.path(object.plural()).isArray()) {
            return data.path(object.plural());
        }
        for (String name : RESULT_LISTS) {
            if (data.path(name).isArray()) {
                return data.path(name);
            }
        }
        return null;
    }

    /** Entries by the record's id, natural key or place. */
    private void readKeyed(JsonNode data, boolean failed) {
        Iterator<Map.Entry<String, JsonNode>> entries = data.properties().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, JsonNode> each = entries.next();
            Map<Integer, Map<String, Object>> named =
                    RowErrors.byPosition(Map.of(each.getKey(), each.getValue()), items);
            for (int row : named.keySet()) {
                settle(row, each.getValue(), failed);
            }
            if (named.isEmpty() && failed) {
                unattributedFailure = true;
            }
        }
    }

    private void readList(JsonNode list, boolean failed) {
        // beside a list of failures, a list of successes has the other rows
        List<Integer> left = IntStream.range(0, items.size())
                .filter(row -> failures[row] == null)
                .boxed()
                .toList();
        boolean byPlace = !failed && list.size() == left.size() && placesFit(list, left);
        incomplete |= !failed && list.size() < left.size();
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            List<Integer> rows = rowsOf(entry);
            if (rows.isEmpty() && byPlace) {
                rows = List.of(left.get(i));
            }
            rows.forEach(row -> settle(row, entry, failed));
            unattributedFailure |= rows.isEmpty() && (failed || isFailure(entry));
        }
    }

    /** The rows that an entry names by index or by a key of its own. */
    private List<Integer> rowsOf(JsonNode entry) {
        for (String name : List.of("index", "row", "position")) {
            int index = entry.path(name).asInt(-1);
            if (index >= 0 && index < items.size()) {
                return List.of(index);
            }
        }
        return rowKeys.named(recordOf(entry));
    }

    private JsonNode recordOf(JsonNode entry) {
        for (String name : List.of("record", "data", "item", "input", object.name())) {
            if (entry.path(name).isObject()) {
                return entry.path(name);
            }
        }
        return entry;
    }

    // assumption A-02
    private boolean placesFit(JsonNode list, List<Integer> rows) {
        List<JsonNode> told = new ArrayList<>();
        list.forEach(entry -> told.add(recordOf(entry)));
        return AnswerOrder.fits(
                told, rows.stream().map(row -> items.get(row).body()).toList());
    }

    private void settle(int row, JsonNode entry, boolean failed) {
        if (failed || isFailure(entry)) {
            failures[row] = errorOf(entry);
        } else {
            confirmed[row] = true;
            if (items.get(row).key() == null) {
                String id = RecordIds.find(object, recordOf(entry));
                ids[row] = id == null && entry.isTextual() ? entry.textValue() : id;
            }
        }
    }

    private static boolean isFailure(JsonNode entry) {
        JsonNode success = entry.path("success");
        return success.isBoolean() && !success.booleanValue()
                || isFilled(entry.path("error"))
                || isFilled(entry.path("errors"))
                || List.of("error", "failed", "rejected")
                        .contains(entry.path("status").asText());
    }

    private static boolean isFilled(JsonNode node) {
        return node.isContainerNode()
                ? !node.isEmpty()
                : node.isTextual() && !node.textValue().isBlank();
    }

    private static RowError errorOf(JsonNode entry) {
        Map<String, Object> errors = new LinkedHashMap<>();
        JsonNode fields = entry.path("errors").isObject() ? entry.path("errors") : entry.path("error");
        fields.properties()
                .forEach(each -> errors.put(each.getKey(), each.getValue().asText()));
        String message = entry.isTextual() ? entry.textValue() : textOf(entry, "message", "error", "reason");
        return new RowError(message, errors, new OctolaneException("The API rejected the record: " + message));
    }

    private static String textOf(JsonNode entry, String... names) {
        for (String name : names) {
            if (entry.path(name).isTextual()) {
                return entry.path(name).textValue();
            }
        }
        return "rejected without a message";
    }
}
