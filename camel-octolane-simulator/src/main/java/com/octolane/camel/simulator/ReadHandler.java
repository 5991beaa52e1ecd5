// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Lists and searches: pages with a cursor over the live records, bent by the switches of {@link OctolaneWorld}. */
final class ReadHandler {

    private final Store store;
    private final QueryReader queries;
    private final CustomFields customFields;
    private final OctolaneWorld world;
    private final PageWalk walk;
    private final AtomicLong calls = new AtomicLong();

    ReadHandler(Store store, QueryReader queries, CustomFields customFields, OctolaneWorld world) {
        this.store = store;
        this.queries = queries;
        this.customFields = customFields;
        this.world = world;
        this.walk = new PageWalk(store);
    }

    ApiAnswer list(Kind kind, ApiRequest request) {
        return page(queries.fromList(kind, request));
    }

    ApiAnswer search(Kind kind, ApiRequest request) {
        return page(queries.fromSearch(kind, request));
    }

    private ApiAnswer page(ReadQuery query) {
        long call = calls.incrementAndGet();
        world.beforeRead(call);
        IndexKey after = query.cursor() == null ? null : position(query, call);
        SortKey sort = world.ignoresSort() ? SortKey.DEFAULT : query.sort();
        List<Condition> conditions = world.ignoresFilter() ? List.of() : query.conditions();
        PageWalk.Page page =
                walk.read(query, sort, conditions, after, candidate -> world.shows(candidate, store.now()));

        List<Map<String, Object>> shown = new ArrayList<>();
        if (world.repeatsRecords() && after != null) {
            store.reading(() -> Optional.ofNullable(store.table(query.kind()).get(after.id())))
                    .ifPresent(repeated -> shown.add(show(repeated, query)));
        }
        page.records().forEach(each -> shown.add(show(each, query)));
        boolean more = page.more() || world.cursorNeverEnds();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                world.differs(Difference.RECORDS_UNDER_ITEMS)
                        ? "items"
                        : query.kind().plural(),
                shown);
        data.put("custom_field_definitions", definitions(query.scope()));
        data.put("has_more", more);
        data.put("next_cursor", more ? next(query, sort, page.records(), after, call) : null);
        data.put("limit", query.limit());
        return ApiAnswer.success(200, shown.size() + " " + query.kind().plural(), data)
                .about(shown.size());
    }

    private IndexKey position(ReadQuery query, long call) {
        Cursor cursor = Cursor.decode(query.cursor());
        if (!cursor.query().equals(query.fingerprint()) && !world.differs(Difference.CURSORS_FIT_ANY_QUERY)) {
            throw ApiException.invalid("cursor", "Cursor belongs to another query");
        }
        if (world.hasExpired(call - cursor.call())) {
            throw ApiException.invalid("cursor", "Cursor has expired");
        }
        return cursor.after();
    }

    private String next(ReadQuery query, SortKey sort, List<CrmRecord> page, IndexKey after, long call) {
        if (world.cursorRepeats() && query.cursor() != null) {
            return query.cursor();
        }
        CrmRecord last = page.isEmpty() ? null : page.get(page.size() - 1);
        IndexKey place = last == null ? after : new IndexKey(last.get(sort.field()), last.id());
        return new Cursor(query.fingerprint(), call, place).encode();
    }

    private Map<String, Object> show(CrmRecord each, ReadQuery query) {
        Set<String> fields = query.fields();
        Map<String, Object> whole = each.toMap();
        if (world.differs(Difference.OPTIONS_ARE_SHOWN_BY_LABEL)) {
            whole.computeIfPresent(
                    CrmRecord.CUSTOM_FIELDS, (key, values) -> customFields.labelled(query.scope(), (Map<?, ?>) values));
        }
        world.bend(whole);
        if (fields.isEmpty()) {
            return whole;
        }
        Map<String, Object> some = new LinkedHashMap<>();
        Map<String, Object> custom = new LinkedHashMap<>();
        some.put(CrmRecord.ID, whole.get(CrmRecord.ID));
        for (String field : fields) {
            if (whole.containsKey(field)) {
                some.put(field, whole.get(field));
            } else if (whole.get(CrmRecord.CUSTOM_FIELDS) instanceof Map<?, ?> values && values.get(field) != null) {
                custom.put(field, values.get(field));
            }
        }
        if (!custom.isEmpty()) {
            some.putIfAbsent(CrmRecord.CUSTOM_FIELDS, custom);
        }
        return some;
    }

    private Map<String, Object> definitions(String scope) {
        Map<String, Object> definitions = new TreeMap<>();
        customFields.of(scope).forEach((slug, field) -> definitions.put(slug, field.toMap()));
        return definitions;
    }
}
