// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** One filter of a request. */
final class Condition {

    private final String field;
    private final Operator operator;
    private final Object value;
    /** The wanted texts of an {@code in}, null where it is another filter: a hundred of them are compared as fast as one. */
    private final Set<String> texts;

    Condition(String field, Operator operator, Object value) {
        this.field = field;
        this.operator = operator;
        this.value = value;
        this.texts = operator == Operator.IN && value instanceof Collection<?> wanted ? texts(wanted) : null;
    }

    private static Set<String> texts(Collection<?> wanted) {
        Set<String> texts = new HashSet<>();
        for (Object each : wanted) {
            if (!(each instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    String field() {
        return field;
    }

    Operator operator() {
        return operator;
    }

    Object value() {
        return value;
    }

    boolean test(CrmRecord candidate) {
        Object actual = candidate.get(field);
        return texts != null && actual instanceof String text ? texts.contains(text) : operator.test(actual, value);
    }
}
