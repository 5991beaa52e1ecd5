// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import com.octolane.camel.bulk.BulkResult.Status;
import com.octolane.camel.client.ApiError;
import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneTransportException;
import com.octolane.camel.client.OctolaneValidationException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NarrowingPropertiesTest {

    private static final int FIRST_INDEX = 1000;

    /** How a rejection tells which rows are bad. */
    enum Naming {
        /** Each bad row by its place in the call. */
        ALL,
        /** The first bad row only. */
        FIRST,
        /** No row: only the fields, with the text of the first bad row. */
        NONE
    }

    /** The wire: takes a call whole or rejects it whole, and answers so that no row can be told from its place alone. */
    private static final class Api implements ChunkCall {

        private final Naming naming;
        private final Set<Integer> lostCalls;
        private final Map<Integer, Integer> written = new HashMap<>();
        private final Set<Integer> inLostCalls = new HashSet<>();
        private int calls;

        Api(Naming naming, Set<Integer> lostCalls) {
            this.naming = naming;
            this.lostCalls = lostCalls;
        }

        @Override
        public ApiResult write(List<Item> items) {
            calls++;
            Map<String, Serializable> errors = errors(items);
            if (lostCalls.contains(calls)) {
                // every other lost call was carried out
                if (calls % 2 == 0 && errors.isEmpty()) {
                    items.forEach(item -> written.merge(item.index(), 1, Integer::sum));
                }
                items.forEach(item -> inLostCalls.add(item.index()));
                throw new OctolaneTransportException("no answer", true, null);
            }
            if (!errors.isEmpty()) {
                throw new OctolaneValidationException(
                        new ApiError(400, 400, "Validation error", errors, "POST", "/opportunities/bulk", ""));
            }
            ArrayNode data = JsonNodeFactory.instance.arrayNode();
            for (Item item : items) {
                written.merge(item.index(), 1, Integer::sum);
                data.addObject().put("id", idOf(item.index())).put("name", "row " + item.index());
            }
            return new ApiResult(201, "created", data);
        }

        private Map<String, Serializable> errors(List<Item> items) {
            Map<String, Serializable> errors = new LinkedHashMap<>();
            for (int i = 0; i < items.size(); i++) {
                if (isBad(items.get(i)) && (naming == Naming.ALL || errors.isEmpty())) {
                    String row = naming == Naming.NONE ? "" : "[" + i + "].";
                    errors.put(
                            row + "opportunity.stage_name",
                            messageOf(items.get(i).index()));
                }
            }
            return errors;
        }

        @Override
        public Map<Integer, String> lookUp(List<Item> items) {
            return null;
        }
    }

    private static boolean isBad(Item item) {
        return item.body().at("/opportunity/stage_name").asText().equals("Nowhere");
    }

    private static String idOf(int index) {
        return "id-" + index;
    }

    private static String messageOf(int index) {
        return "no stage for row " + index;
    }

    private static List<Item> items(List<Boolean> bad) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < bad.size(); i++) {
            int index = FIRST_INDEX + i;
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("opportunity")
                    .put("name", "row " + index)
                    .put("stage_name", bad.get(i) ? "Nowhere" : "Lead");
            items.add(new Item(index, "record " + index, body, null));
        }
        return items;
    }

    private static List<Row> write(Api api, List<Item> items) {
        List<Row> rows = new ArrayList<>(new ChunkWriter(OctolaneObject.opportunity, api).write(items));
        rows.sort(Comparator.comparingInt(Row::index));
        assertThat(rows)
                .extracting(Row::index)
                .containsExactlyElementsOf(items.stream().map(Item::index).toList());
        return rows;
    }

    @Property(tries = 500)
    void anyPatternOfBadRowsIsFoundAndEachGoodRowIsWrittenOnce(
            @ForAll @Size(min = 1, max = 100) List<Boolean> bad, @ForAll Naming naming) {
        Api api = new Api(naming, Set.of());
        List<Item> items = items(bad);

        List<Row> rows = write(api, items);

        for (int i = 0; i < items.size(); i++) {
            Row row = rows.get(i);
            if (bad.get(i)) {
                assertThat(row.status()).isEqualTo(Status.FAILED);
                assertThat(row.error().errors().values()).containsExactly(messageOf(row.index()));
                assertThat(api.written).doesNotContainKey(row.index());
            } else {
                assertThat(row.status()).isEqualTo(Status.SUCCEEDED);
                assertThat(row.id()).isEqualTo(idOf(row.index()));
                assertThat(api.written).containsEntry(row.index(), 1);
            }
        }
    }

    @Property(tries = 500)
    void bBadRowsAmongNAreFoundWithAtMostBTimesTwoLog2OfNOverBPlusTwoCalls(
            @ForAll @IntRange(min = 1, max = 100) int size,
            @ForAll @Size(min = 1, max = 100) Set<@IntRange(min = 0, max = 99) Integer> places) {
        List<Boolean> bad = IntStream.range(0, size).mapToObj(places::contains).toList();
        long count = bad.stream().filter(each -> each).count();
        Api halved = new Api(Naming.NONE, Set.of());
        Api named = new Api(Naming.ALL, Set.of());
        Api oneByOne = new Api(Naming.FIRST, Set.of());

        write(halved, items(bad));
        write(named, items(bad));
        write(oneByOne, items(bad));

        double bound = count == 0 ? 1 : count * (2 * Math.log((double) size / count) / Math.log(2) + 2);
        assertThat((double) halved.calls).isLessThanOrEqualTo(bound + 1e-9);
        assertThat(named.calls).isLessThanOrEqualTo(2);
        assertThat((long) oneByOne.calls).isLessThanOrEqualTo(count + 1);
    }

    @Property(tries = 500)
    void callsLostOnTheWayLeaveNoRowWithAWrongOutcome(
            @ForAll @Size(min = 1, max = 100) List<Boolean> bad,
            @ForAll Naming naming,
            @ForAll @Size(min = 1, max = 5) Set<@IntRange(min = 1, max = 12) Integer> lostCalls) {
        Api api = new Api(naming, lostCalls);

        for (Row row : write(api, items(bad))) {
            int copies = api.written.getOrDefault(row.index(), 0);
            switch (row.status()) {
                case SUCCEEDED -> assertThat(copies).isEqualTo(1);
                case FAILED -> assertThat(copies).isZero();
                case UNKNOWN -> {
                    assertThat(copies).isLessThanOrEqualTo(1);
                    assertThat(api.inLostCalls).contains(row.index());
                }
            }
        }
    }
}
