// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A CRM in memory with a clock of its own, and with the bad habits that a real one may have. */
final class FakeCrm implements PageSource {

    static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");

    /** Status 400. */
    static final class Refused extends OctolaneException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** What the API does when it does not sort as it was asked to. */
    enum OwnOrder {
        UPDATED_DESC,
        CREATED_ASC,
        ID
    }

    record Row(String id, Instant created, Instant updated, Instant visibleFrom, int version) {

        Instant time(String field) {
            return field.equals("created_at") || updated == null ? created : updated;
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Row> replacements = new LinkedHashMap<>();
    private final Map<String, Integer> cursorBirths = new HashMap<>();
    final List<Query> queries = new ArrayList<>();
    final List<String> cursors = new ArrayList<>();
    Instant now = START;
    OwnOrder ownOrder = OwnOrder.UPDATED_DESC;
    boolean ignoresFilter;
    boolean ignoresSort;
    boolean refusesFilter;
    boolean refusesSort;
    boolean offsetCursors;
    boolean tellsTime = true;
    int cursorLife = Integer.MAX_VALUE;
    Function<Integer, Runnable> beforeFetch = n -> () -> {};
    int fetches;

    static boolean isRefusal(RuntimeException e) {
        return e instanceof Refused;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Creates or updates a record now. */
    void put(String id) {
        put(id, now, Duration.ZERO);
    }

    /** Creates or updates a record with a timestamp, so that readers see it only later. */
    void put(String id, Instant at, Duration hiddenFor) {
        Row old = latest(id);
        Row row =
                new Row(id, old == null ? at : old.created, at, at.plus(hiddenFor), old == null ? 1 : old.version + 1);
        replacements.remove(id);
        if (row.visibleFrom.isAfter(now) && old != null) {
            replacements.put(id, row);
        } else {
            rows.put(id, row);
        }
    }

    /** Creates a record that was never updated and says so. */
    void putWithoutUpdate(String id) {
        rows.put(id, new Row(id, now, null, now, 1));
    }

    Row latest(String id) {
        return replacements.getOrDefault(id, rows.get(id));
    }

    List<Row> all() {
        return rows.keySet().stream().map(this::latest).toList();
    }

    @Override
    public Page fetch(Query query, String cursor) {
        beforeFetch.apply(++fetches).run();
        queries.add(query);
        cursors.add(cursor);
        checkRefusals(query, cursor);
        replacements.values().removeIf(row -> {
            boolean visible = !row.visibleFrom.isAfter(now);
            if (visible) {
                rows.put(row.id, row);
            }
            return visible;
        });
        Comparator<Row> order = order(query);
        List<Row> found = rows.values().stream()
                .filter(row -> !row.visibleFrom.isAfter(now))
                .filter(row -> ignoresFilter || matches(row, query.filters()))
                .sorted(order)
                .toList();
        int from = from(found, order, cursor);
        int to = Math.min(found.size(), from + query.limit());
        List<Row> page = found.subList(from, to);
        String next = to == found.size() ? null : cursor(page.get(page.size() - 1), to);
        return new Page(page.stream().map(FakeCrm::json).toList(), Map.of(), next, tellsTime ? now : null);
    }

    private void checkRefusals(Query query, String cursor) {
        if (refusesFilter && !query.filters().isEmpty()) {
            throw new Refused("unknown filter");
        }
        if (refusesSort && query.sort() != null) {
            throw new Refused("unknown sort");
        }
        if (cursor != null && fetches - cursorBirths.get(cursor) > cursorLife) {
            throw new Refused("cursor has expired");
        }
    }

    private Comparator<Row> order(Query query) {
        Comparator<Row> byId = Comparator.comparing(Row::id);
        if (query.sort() != null && !ignoresSort) {
            String[] sort = query.sort().split(":");
            // a record without the field comes last, whatever the direction
            Comparator<Row> missing = Comparator.comparing(row -> sort[0].equals("updated_at") && row.updated == null);
            Comparator<Row> byTime = Comparator.comparing(row -> row.time(sort[0]));
            return missing.thenComparing(sort[1].equals("desc") ? byTime.reversed() : byTime)
                    .thenComparing(byId);
        }
        Comparator<Row> byUpdate = Comparator.comparing(row -> row.time("updated_at"));
        return switch (ownOrder) {
            case UPDATED_DESC -> byUpdate.reversed().thenComparing(byId);
            case CREATED_ASC -> Comparator.comparing(Row::created).thenComparing(byId);
            case ID -> byId;
        };
    }

    private static boolean matches(Row row, List<Filter> filters) {
        return filters.stream().allMatch(filter -> {
            Instant value = filter.field().equals("created_at") ? row.created : row.updated;
            return value != null && !value.isBefore(Instant.parse((String) filter.value()));
        });
    }

    private String cursor(Row last, int index) {
        String cursor = offsetCursors
                ? "offset " + index
                : last.id + " " + last.created + " " + (last.updated == null ? "-" : last.updated);
        cursorBirths.put(cursor, fetches);
        return cursor;
    }

    private int from(List<Row> found, Comparator<Row> order, String cursor) {
        if (cursor == null) {
            return 0;
        }
        String[] parts = cursor.split(" ");
        if (offsetCursors) {
            return Math.min(found.size(), Integer.parseInt(parts[1]));
        }
        Instant updated = parts[2].equals("-") ? null : Instant.parse(parts[2]);
        Row last = new Row(parts[0], Instant.parse(parts[1]), updated, null, 0);
        return (int) found.stream().filter(row -> order.compare(row, last) <= 0).count();
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new HashMap<>();
        json.put("id", row.id);
        json.put("created_at", row.created.toString());
        json.put("updated_at", row.updated == null ? null : row.updated.toString());
        json.put("version", row.version);
        return json;
    }
}
