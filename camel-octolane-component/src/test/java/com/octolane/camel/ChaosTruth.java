// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.BulkResult.Status;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a bulk operation reported with what the simulator has. */
final class ChaosTruth {

    static final String SEEDED = "was there before";

    private final ChaosRows input;
    private final boolean upsert;
    private final Set<String> seededKeys;
    private final String run;
    private final Map<String, Map<String, Object>> storedById;

    ChaosTruth(
            ChaosRows input,
            boolean upsert,
            Set<String> seededKeys,
            String run,
            Collection<Map<String, Object>> stored) {
        this.input = input;
        this.upsert = upsert;
        this.seededKeys = seededKeys;
        this.run = run;
        this.storedById = stored.stream().collect(Collectors.toMap(each -> text(each, "id"), Function.identity()));
    }

    private static String text(Map<String, Object> record, String field) {
        return String.valueOf(record.get(field));
    }

    private String tag(Map<String, Object> record) {
        return text(record, input.tagField());
    }

    private String key(Map<String, Object> record) {
        return text(record, input.keyField());
    }

    private ChaosRows.Row row(BulkResult.Row reported) {
        return input.rows().get(reported.index());
    }

    /**
     * @param keyed whether rows with the same key stand for one record
     */
    void holdsFor(BulkResult result, int read, boolean keyed) {
        assertThat(result.total()).as("rows reported, %s", run).isEqualTo(read);
        List<BulkResult.Row> rows = result.rows();
        assertThat(rows).as("rows, %s", run).hasSize(read);
        for (int i = 0; i < read; i++) {
            BulkResult.Row reported = rows.get(i);
            assertThat(reported.index()).as("order, %s", run).isEqualTo(i);
            assertThat(reported.record())
                    .as("record of row %s, %s", i, run)
                    .isSameAs(input.rows().get(i).record());
            if (row(reported).bad()) {
                assertThat(reported.status())
                        .as("bad row %s, %s", reported, run)
                        .isNotEqualTo(Status.SUCCEEDED);
            }
            idIsThatOfTheRow(reported);
        }
        if (keyed) {
            eachKeyHasOneRecord(rows);
        } else {
            eachRowHasItsRecord(rows);
        }
    }

    private void idIsThatOfTheRow(BulkResult.Row reported) {
        if (reported.id() == null) {
            return;
        }
        Map<String, Object> record = storedById.get(reported.id());
        assertThat(record).as("record of %s, %s", reported, run).isNotNull();
        assertThat(key(record))
                .as("key of %s, %s", reported, run)
                .isEqualTo(row(reported).key());
    }

    /** Without a key each row that succeeded has a record of its own; rows that are alike share a tag. */
    private void eachRowHasItsRecord(List<BulkResult.Row> rows) {
        Map<String, List<BulkResult.Row>> byTag =
                rows.stream().collect(Collectors.groupingBy(each -> row(each).tag()));
        Map<String, Long> copies =
                storedById.values().stream().collect(Collectors.groupingBy(this::tag, Collectors.counting()));
        assertThat(byTag.keySet()).as("tags of records, %s", run).containsAll(copies.keySet());
        byTag.forEach((tag, alike) -> assertThat(copies.getOrDefault(tag, 0L))
                .as("records for %s, %s", alike, run)
                .isBetween(count(alike, Status.SUCCEEDED), (long) alike.size() - count(alike, Status.FAILED)));
        Set<String> ids = new HashSet<>();
        for (BulkResult.Row reported : rows) {
            if (reported.id() != null) {
                assertThat(ids.add(reported.id()))
                        .as("id only of %s, %s", reported, run)
                        .isTrue();
                assertThat(tag(storedById.get(reported.id())))
                        .as("record of %s, %s", reported, run)
                        .isEqualTo(row(reported).tag());
            }
        }
    }

    private static long count(List<BulkResult.Row> rows, Status status) {
        return rows.stream().filter(each -> each.status() == status).count();
    }

    private void eachKeyHasOneRecord(List<BulkResult.Row> rows) {
        Map<String, List<BulkResult.Row>> byKey = rows.stream()
                .collect(Collectors.groupingBy(each -> row(each).key(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Map<String, Object>> stored = new LinkedHashMap<>();
        for (Map<String, Object> record : storedById.values()) {
            assertThat(stored.put(key(record), record))
                    .as("second record of %s, %s", record, run)
                    .isNull();
            assertThat(byKey.containsKey(key(record)) || seededKeys.contains(key(record)))
                    .as("somebody wrote %s, %s", record, run)
                    .isTrue();
        }
        byKey.forEach((key, some) -> {
            Map<String, Object> record = stored.get(key);
            boolean mayBeMissing = count(some, Status.SUCCEEDED) == 0 && !seededKeys.contains(key);
            if (record == null) {
                assertThat(mayBeMissing).as("no record for %s, %s", some, run).isTrue();
            } else {
                assertThat(tag(record)).as("what %s wrote, %s", some, run).isIn(possibleTags(key, some));
            }
        });
    }

    /** A failed row wrote nothing; an upsert that succeeded wrote last, unless an unknown one came after it. */
    private Set<String> possibleTags(String key, List<BulkResult.Row> some) {
        Set<String> tags = new HashSet<>();
        if (seededKeys.contains(key)) {
            tags.add(SEEDED);
            if (!upsert) {
                return tags;
            }
        }
        for (BulkResult.Row reported : some) {
            if (upsert && reported.status() == Status.SUCCEEDED) {
                tags.clear();
            }
            if (reported.status() != Status.FAILED) {
                tags.add(row(reported).tag());
            }
        }
        return tags;
    }
}
