// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowErrorsTest {

    private static final List<Item> CREATES = items((String) null, null, null);
    private static final List<Item> UPDATES = items("u1", "u2", "u3");

    private static List<Item> items(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(i -> new Item(10 + i, null, JsonNodeFactory.instance.objectNode(), keys[i]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "[1].name, name",
        "1.name, name",
        "items[1].name, name",
        "accounts.1.name, name",
        "/1/name, name",
        "[1], record",
        "1, record",
        "1.opportunity.name, opportunity.name"
    })
    void anErrorNamesARowByItsPlaceInOneOfTheUsualForms(String error, String field) {
        assertThat(RowErrors.byPosition(Map.of(error, "bad"), CREATES)).isEqualTo(Map.of(1, Map.of(field, "bad")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "row1", "3.name", "1x.name", "1000.name", "address 1.street", "u2.name"})
    void anErrorThatNamesNoRowLeavesTheOthersWithoutMeaningToo(String error) {
        assertThat(RowErrors.byPosition(Map.of("[0].name", "bad", error, "bad"), CREATES))
                .isEmpty();
    }

    @Test
    void anErrorMayNameTheRecordsIdInstead() {
        assertThat(RowErrors.byPosition(Map.of("u2.name", "bad", "u3", "gone", "u2/domain", "taken"), UPDATES))
                .isEqualTo(Map.of(1, Map.of("name", "bad", "domain", "taken"), 2, Map.of("record", "gone")));
    }

    @Test
    void theLastRowIsARowToo() {
        assertThat(RowErrors.byPosition(Map.of("2.name", "bad"), CREATES)).containsOnlyKeys(2);
    }
}
