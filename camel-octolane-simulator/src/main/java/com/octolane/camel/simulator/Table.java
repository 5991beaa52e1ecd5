// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The records of one object, with an ordered index for each sort field that was ever asked for. Not thread-safe: {@link Store} guards it.
 */
final class Table {

    private final Kind kind;
    private final Map<String, CrmRecord> byId = new HashMap<>();
    private final Map<String, String> idByNaturalKey = new HashMap<>();
    private final Map<String, Map<String, NavigableMap<IndexKey, CrmRecord>>> indexes = new HashMap<>();
    private final StageTotals stageTotals = new StageTotals();

    Table(Kind kind) {
        this.kind = kind;
    }

    CrmRecord get(String id) {
        return byId.get(id);
    }

    CrmRecord byNaturalKey(String key) {
        String id = idByNaturalKey.get(key);
        return id == null ? null : byId.get(id);
    }

    int size() {
        return byId.size();
    }

    void clear() {
        byId.clear();
        idByNaturalKey.clear();
        indexes.clear();
        stageTotals.clear();
    }

    /** Stores a new record, or a new version of one. */
    void put(CrmRecord version) {
        CrmRecord before = byId.put(version.id(), version);
        if (before != null) {
            unlink(before);
        }
        if (kind.naturalKey() != null && version.text(kind.naturalKey()) != null) {
            idByNaturalKey.put(version.text(kind.naturalKey()), version.id());
        }
        indexesOf(partition(version))
                .forEach((field, index) -> index.put(new IndexKey(version.get(field), version.id()), version));
        if (kind == Kind.OPPORTUNITY) {
            stageTotals.add(partition(version), version);
        }
    }

    /** What the stages of the pipelines hold; nothing where the records are no opportunities. */
    StageTotals stageTotals() {
        return stageTotals;
    }

    /** The records of a partition, the one that was changed last first. */
    Collection<CrmRecord> latestFirst(String partition) {
        return indexes.containsKey(partition)
                ? index(partition, CrmRecord.UPDATED_AT).descendingMap().values()
                : List.of();
    }

    List<CrmRecord> inOrderOfCreation() {
        List<CrmRecord> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparingLong(CrmRecord::sequence));
        return all;
    }

    boolean isIndexed(String partition, String field) {
        return indexes.getOrDefault(partition, Map.of()).containsKey(field);
    }

    /** The records of a partition in the order of a field; builds the index when it is asked for the first time. */
    NavigableMap<IndexKey, CrmRecord> index(String partition, String field) {
        return indexesOf(partition).computeIfAbsent(field, f -> {
            NavigableMap<IndexKey, CrmRecord> index = new TreeMap<>();
            for (CrmRecord each : byId.values()) {
                if (partition(each).equals(partition)) {
                    index.put(new IndexKey(each.get(f), each.id()), each);
                }
            }
            return index;
        });
    }

    private Map<String, NavigableMap<IndexKey, CrmRecord>> indexesOf(String partition) {
        return indexes.computeIfAbsent(partition, p -> {
            Map<String, NavigableMap<IndexKey, CrmRecord>> fresh = new HashMap<>();
            fresh.put(CrmRecord.UPDATED_AT, new TreeMap<>());
            return fresh;
        });
    }

    private void unlink(CrmRecord before) {
        if (kind.naturalKey() != null) {
            idByNaturalKey.remove(before.text(kind.naturalKey()), before.id());
        }
        indexesOf(partition(before))
                .forEach((field, index) -> index.remove(new IndexKey(before.get(field), before.id())));
        if (kind == Kind.OPPORTUNITY) {
            stageTotals.remove(partition(before), before);
        }
    }

    /** Opportunities are read per pipeline, everything else as a whole. */
    String partition(CrmRecord version) {
        String pipeline = kind == Kind.OPPORTUNITY ? version.text("pipeline_id") : null;
        return pipeline == null ? "" : pipeline;
    }
}
