// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** The operators of a filter, with their other names. Text is compared as it stands, except that parts of it are found in any case. */
enum Operator {
    EQ(Operand.SCALAR, List.of("is"), Operator::equal),
    NEQ(Operand.SCALAR, List.of("is_not"), (actual, wanted) -> !equal(actual, wanted)),
    CONTAINS(Operand.TEXT, List.of("contain"), Operator::contains),
    NOT_CONTAINS(Operand.TEXT, List.of("not_contain"), (actual, wanted) -> !contains(actual, wanted)),
    STARTS_WITH(Operand.TEXT, List.of(), (actual, wanted) -> text(actual).startsWith(text(wanted))),
    ENDS_WITH(Operand.TEXT, List.of(), (actual, wanted) -> text(actual).endsWith(text(wanted))),
    IN(Operand.LIST, List.of("is_any_of"), Operator::in),
    NOT_IN(Operand.LIST, List.of(), (actual, wanted) -> !in(actual, wanted)),
    GT(Operand.SCALAR, List.of("greater_than", "after"), (actual, wanted) -> ordered(actual, wanted, c -> c > 0)),
    GTE(Operand.SCALAR, List.of(), (actual, wanted) -> ordered(actual, wanted, c -> c >= 0)),
    LT(Operand.SCALAR, List.of("less_than", "before"), (actual, wanted) -> ordered(actual, wanted, c -> c < 0)),
    LTE(Operand.SCALAR, List.of(), (actual, wanted) -> ordered(actual, wanted, c -> c <= 0)),
    BETWEEN(Operand.PAIR, List.of(), Operator::between),
    EMPTY(Operand.NONE, List.of(), (actual, wanted) -> isEmpty(actual)),
    NOT_EMPTY(Operand.NONE, List.of(), (actual, wanted) -> !isEmpty(actual)),
    CONTAINS_ALL(
            Operand.LIST,
            List.of("include_all"),
            (actual, wanted) -> list(wanted).stream().allMatch(each -> in(each, list(actual)))),
    CONTAINS_NONE(
            Operand.LIST,
            List.of("exclude_all"),
            (actual, wanted) -> list(wanted).stream().noneMatch(each -> in(each, list(actual))));

    /** What a filter's value must be. */
    enum Operand {
        SCALAR,
        TEXT,
        LIST,
        PAIR,
        NONE
    }

    private final Operand operand;
    private final List<String> aliases;
    private final BiPredicate<Object, Object> test;

    Operator(Operand operand, List<String> aliases, BiPredicate<Object, Object> test) {
        this.operand = operand;
        this.aliases = aliases;
        this.test = test;
    }

    /** @param name one that the schema has let through */
    static Operator of(String name) {
        for (Operator operator : values()) {
            if (operator.name().toLowerCase(Locale.ROOT).equals(name) || operator.aliases.contains(name)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("Unknown operator " + name);
    }

    boolean test(Object actual, Object wanted) {
        return test.test(actual, wanted);
    }

    /** @return what the value must be, when it is not */
    String problem(Object value) {
        return switch (operand) {
            case SCALAR -> value == null || value instanceof Collection ? "must be a single value" : null;
            case TEXT -> value instanceof String ? null : "must be a string";
            case LIST -> value instanceof Collection ? null : "must be an array";
            case PAIR -> value instanceof Collection<?> pair && pair.size() == 2 ? null : "must be an array of two";
            case NONE -> value == null ? null : "must be absent";
        };
    }

    private static boolean equal(Object actual, Object wanted) {
        return actual != null && Values.compare(actual, Values.like(actual, wanted)) == 0;
    }

    private static boolean contains(Object actual, Object wanted) {
        return list(actual).stream().anyMatch(each -> text(each).contains(text(wanted)));
    }

    private static boolean in(Object actual, Object wanted) {
        return list(actual).stream().anyMatch(each -> list(wanted).stream().anyMatch(one -> equal(each, one)));
    }

    private static boolean between(Object actual, Object wanted) {
        List<?> pair = (List<?>) wanted;
        return ordered(actual, pair.get(0), c -> c >= 0) && ordered(actual, pair.get(1), c -> c <= 0);
    }

    private static boolean ordered(Object actual, Object wanted, IntPredicate direction) {
        if (actual == null) {
            return false;
        }
        Object like = Values.like(actual, wanted);
        return actual.getClass() == like.getClass() || (actual instanceof Number && like instanceof Number)
                ? direction.test(Values.compare(actual, like))
                : false;
    }

    private static boolean isEmpty(Object actual) {
        return actual == null || "".equals(actual) || (actual instanceof Collection<?> c && c.isEmpty());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }

    private static Collection<?> list(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> many ? many : List.of(value);
    }
}
