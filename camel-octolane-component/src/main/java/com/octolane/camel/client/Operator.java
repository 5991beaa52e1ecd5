// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The operators of a filter, spelt as the API spells them, with the aliases that stand for them. */
// assumption A-22
enum Operator {
    eq(Arity.ONE, "is"),
    neq(Arity.ONE, "is_not"),
    contains(Arity.ONE, "contain"),
    not_contains(Arity.ONE, "not_contain"),
    starts_with(Arity.ONE),
    ends_with(Arity.ONE),
    in(Arity.MANY, "is_any_of"),
    not_in(Arity.MANY),
    gt(Arity.ONE, "greater_than", "after"),
    gte(Arity.ONE),
    lt(Arity.ONE, "less_than", "before"),
    lte(Arity.ONE),
    between(Arity.TWO),
    // assumption A-23
    empty(Arity.NONE),
    not_empty(Arity.NONE),
    contains_all(Arity.MANY, "include_all"),
    contains_none(Arity.MANY, "exclude_all");

    enum Arity {
        NONE,
        ONE,
        TWO,
        MANY
    }

    private final Arity arity;
    private final List<String> aliases;

    Operator(Arity arity, String... aliases) {
        this.arity = arity;
        this.aliases = List.of(aliases);
    }

    Arity arity() {
        return arity;
    }

    /** Whether its value is compared by size, so that digits mean a number. */
    boolean isComparison() {
        return this == gt || this == gte || this == lt || this == lte || this == between;
    }

    /** @throws IllegalArgumentException that lists the valid operators */
    static Operator of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name) || each.aliases.contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown filter operator '" + name
                        + "'. Valid operators: "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
