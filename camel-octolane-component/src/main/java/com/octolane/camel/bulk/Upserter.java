// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.bulk.UpsertResult.Action;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.mapping.Differences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Upserts chunks of one run. It looks the whole chunk up, creates what no record matches, and changes what differs in
 * the records that match. Items of a chunk have different keys, and no two chunks with a key are written together.
 */
final class Upserter {

    private static final String NO_CERTAIN_ID = "";

    private final OctolaneClient client;
    private final OctolaneObject object;
    private final MatchOn matchOn;
    private final boolean single;
    private final Matches matches;
    private final ChunkWriter creates;
    private final ChunkWriter updates;
    /** What this run created, by key: a search may not show it yet, and it must not be created again. */
    private final Map<String, String> created = new ConcurrentHashMap<>();

    Upserter(OctolaneClient client, OctolaneObject object, MatchOn matchOn, boolean single) {
        this.client = client;
        this.object = object;
        this.matchOn = matchOn;
        this.single = single;
        this.matches = new Matches(client, object, matchOn);
        this.creates = new ChunkWriter(object, new UpsertCreateCall(client, object, matches, single));
        this.updates = new ChunkWriter(object, new UpdateCall(client, object));
    }

    /** An item with the one record that matches it, and what that lacks. */
    private record Match(Item item, JsonNode actual, ObjectNode difference) {

        String id() {
            return actual.path("id").asText();
        }
    }

    /** One row for each item, in no particular order. */
    List<Row> write(List<Item> items) {
        List<Row> rows = new ArrayList<>(items.size());
        Matches.Found found;
        try {
            found = matches.find(items);
        } catch (OctolaneException e) {
            items.forEach(item -> rows.add(item.failed(e)));
            return rows;
        }
        List<Item> missing = new ArrayList<>();
        List<Item> changed = new ArrayList<>();
        List<Match> matched = new ArrayList<>();
        for (Item item : items) {
            List<JsonNode> records = found.of(item);
            String createdId = created.get(item.key());
            if (records.size() > 1) {
                rows.add(item.failed(ambiguous(item, records)));
            } else if (records.size() == 1) {
                matched.add(match(item, records.get(0), found));
            } else if (createdId == null) {
                missing.add(item);
            } else if (createdId.equals(NO_CERTAIN_ID)) {
                rows.add(item.failed(new OctolaneException("Not sent: an earlier record of this run with "
                        + matchOn.describe(item.fields()) + " was, and a search does not show it yet")));
            } else {
                changed.add(new Item(item.index(), item.record(), changes(item), createdId));
            }
        }
        create(missing, rows);
        changed.addAll(compare(matched, rows));
        update(changed, rows);
        return rows;
    }

    private Match match(Item item, JsonNode record, Matches.Found found) {
        ObjectNode changes = changes(item);
        ObjectNode difference = Differences.of(object, changes, record, found.definitions(item));
        // a deal shows its relations as ids, so that these are compared once the ids are known
        Relations.SOURCES.stream().filter(changes::has).forEach(name -> difference.set(name, changes.get(name)));
        return new Match(item, record, difference);
    }

    /** What an update would set; a record stays in its pipeline, where it was looked up. */
    private static ObjectNode changes(Item item) {
        ObjectNode changes = item.fields().deepCopy();
        changes.remove("pipeline_id");
        return changes;
    }

    private OctolaneException ambiguous(Item item, List<JsonNode> records) {
        return new OctolaneException(matchOn.describe(item.fields()) + " matches " + records.size() + " "
                + object.plural() + ": "
                + records.stream().map(each -> each.path("id").asText()).collect(Collectors.joining(", "))
                + ". Nothing was written: make them one, or name a key in matchOn that tells them apart");
    }

    private void create(List<Item> missing, List<Row> rows) {
        if (missing.isEmpty()) {
            return;
        }
        Map<Integer, String> keys = new HashMap<>();
        List<Item> withoutKeys = new ArrayList<>();
        for (Item item : missing) {
            keys.put(item.index(), item.key());
            // the key is ours: the API's answer does not know it
            withoutKeys.add(new Item(item.index(), item.record(), item.body(), null, item.fields()));
        }
        for (Row row : creates.write(withoutKeys)) {
            if (row.status() != Status.FAILED) {
                created.put(keys.get(row.index()), certainId(row));
            }
            rows.add(row.succeeded() ? row.of(Action.created, null) : row);
        }
    }

    /** The answer to a bulk create of deals need not be in their order, so that an id may be that of another row. */
    private String certainId(Row row) {
        boolean certain = row.succeeded() && row.id() != null && (single || object.isCreateRepeatable());
        return certain ? row.id() : NO_CERTAIN_ID;
    }

    /** The items to be changed; those that need no change get their row. */
    private List<Item> compare(List<Match> matched, List<Row> rows) {
        Relations relations = new Relations(client);
        if (object == OctolaneObject.opportunity) {
            relations.read(matched.stream().map(Match::difference).toList());
        }
        List<Item> changed = new ArrayList<>();
        for (Match match : matched) {
            Item item = match.item();
            try {
                if (object == OctolaneObject.opportunity) {
                    relations.replace(match.difference(), match.actual());
                }
                if (match.difference().isEmpty()) {
                    rows.add(item.succeeded(match.id()).of(Action.unchanged, match.id()));
                } else {
                    changed.add(new Item(item.index(), item.record(), match.difference(), match.id()));
                }
            } catch (OctolaneException e) {
                rows.add(item.failed(e));
            }
        }
        return changed;
    }

    private void update(List<Item> changed, List<Row> rows) {
        Map<Integer, Item> byIndex = changed.stream().collect(Collectors.toMap(Item::index, Function.identity()));
        for (int from = 0; from < changed.size(); from += OctolaneClient.MAX_BULK_UPDATE) {
            List<Item> chunk = changed.subList(from, Math.min(changed.size(), from + OctolaneClient.MAX_BULK_UPDATE));
            for (Row row : updates.write(chunk)) {
                String id = byIndex.get(row.index()).key();
                rows.add(row.status() == Status.SUCCEEDED ? row.of(Action.updated, id) : row.of(null, id));
            }
        }
    }
}
