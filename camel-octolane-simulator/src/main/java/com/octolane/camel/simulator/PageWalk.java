// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the records of one page: from the cursor on through the index of the sort field, as far as needed. */
final class PageWalk {

    /** @param more whether a further record fits the query */
    record Page(List<CrmRecord> records, boolean more) {}

    private static final String AFTER_EVERY_ID = "\uffff";

    private final Store store;

    PageWalk(Store store) {
        this.store = store;
    }

    Page read(ReadQuery query, SortKey sort, List<Condition> conditions, IndexKey after, Predicate<CrmRecord> visible) {
        store.prepareIndex(query.kind(), query.partition(), sort.field());
        return store.reading(() -> {
            List<CrmRecord> page = new ArrayList<>();
            for (CrmRecord candidate : candidates(query, sort, conditions, after)) {
                if (fits(candidate, query, conditions) && visible.test(candidate)) {
                    if (page.size() == query.limit()) {
                        return new Page(page, true);
                    }
                    page.add(candidate);
                }
            }
            return new Page(page, false);
        });
    }

    private static boolean fits(CrmRecord candidate, ReadQuery query, List<Condition> conditions) {
        if (query.stageId() != null && !query.stageId().equals(candidate.get("stage_id"))) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.test(candidate)) {
                return false;
            }
        }
        return query.text() == null || FreeText.matches(candidate, query.text());
    }

    private Collection<CrmRecord> candidates(
            ReadQuery query, SortKey sort, List<Condition> conditions, IndexKey after) {
        NavigableMap<IndexKey, CrmRecord> source = direct(query, sort, conditions);
        if (source == null) {
            source = store.table(query.kind()).index(query.partition(), sort.field());
        }
        IndexKey from = lowest(sort, conditions);
        IndexKey to = highest(sort, conditions);
        boolean fromIncluded = true;
        boolean toIncluded = true;
        if (after != null && sort.ascending() && (from == null || after.compareTo(from) >= 0)) {
            from = after;
            fromIncluded = false;
        }
        if (after != null && !sort.ascending() && (to == null || after.compareTo(to) <= 0)) {
            to = after;
            toIncluded = false;
        }
        if (from != null && to != null && from.compareTo(to) > 0) {
            return Collections.emptyList();
        }
        NavigableMap<IndexKey, CrmRecord> range = source;
        if (from != null) {
            range = range.tailMap(from, fromIncluded);
        }
        if (to != null) {
            range = range.headMap(to, toIncluded);
        }
        return sort.ascending() ? range.values() : range.descendingMap().values();
    }

    /** A look-up by id, domain or e-mail address does not walk through everything. */
    private NavigableMap<IndexKey, CrmRecord> direct(ReadQuery query, SortKey sort, List<Condition> conditions) {
        Table table = store.table(query.kind());
        for (Condition condition : conditions) {
            boolean byId = CrmRecord.ID.equals(condition.field());
            if (!byId && !condition.field().equals(query.kind().naturalKey())) {
                continue;
            }
            if (condition.operator() != Operator.EQ && condition.operator() != Operator.IN) {
                continue;
            }
            Set<Object> keys = condition.value() instanceof Collection<?> many
                    ? new HashSet<>(many)
                    : Collections.singleton(condition.value());
            NavigableMap<IndexKey, CrmRecord> found = new TreeMap<>();
            for (Object key : keys) {
                CrmRecord hit = byId ? table.get(String.valueOf(key)) : table.byNaturalKey(String.valueOf(key));
                if (hit != null && table.partition(hit).equals(query.partition())) {
                    found.put(new IndexKey(hit.get(sort.field()), hit.id()), hit);
                }
            }
            return found;
        }
        return null;
    }

    private static IndexKey lowest(SortKey sort, List<Condition> conditions) {
        IndexKey lowest = null;
        for (Condition condition : conditions) {
            Object bound =
                    switch (condition.operator()) {
                        case GT, GTE, EQ -> condition.value();
                        case BETWEEN -> ((List<?>) condition.value()).get(0);
                        default -> null;
                    };
            IndexKey key = bound(sort, condition, bound, "");
            lowest = key != null && (lowest == null || key.compareTo(lowest) > 0) ? key : lowest;
        }
        return lowest;
    }

    private static IndexKey highest(SortKey sort, List<Condition> conditions) {
        IndexKey highest = null;
        for (Condition condition : conditions) {
            Object bound =
                    switch (condition.operator()) {
                        case LT, LTE, EQ -> condition.value();
                        case BETWEEN -> ((List<?>) condition.value()).get(1);
                        default -> null;
                    };
            IndexKey key = bound(sort, condition, bound, AFTER_EVERY_ID);
            highest = key != null && (highest == null || key.compareTo(highest) < 0) ? key : highest;
        }
        return highest;
    }

    /** Only times bound a walk: their values have one type, so that the order of the index is the order of the operators. */
    private static IndexKey bound(SortKey sort, Condition condition, Object value, String id) {
        boolean time = CrmRecord.UPDATED_AT.equals(sort.field()) || CrmRecord.CREATED_AT.equals(sort.field());
        return value != null && time && condition.field().equals(sort.field())
                ? new IndexKey(Timestamps.parse(value), id)
                : null;
    }
}
