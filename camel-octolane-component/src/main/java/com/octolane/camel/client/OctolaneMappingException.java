// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** A record that cannot be turned into a request: nothing was sent for it. Carries all that is wrong with it. */
public class OctolaneMappingException extends OctolaneException {

    private static final long serialVersionUID = 1L;

    private final List<Problem> problems;

    public OctolaneMappingException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public OctolaneMappingException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /** Every problem of the record, in the order of its fields; never empty. */
    public List<Problem> getProblems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param field     the field as the source spells it, or {@code body}
     * @param valueType the simple name of the value's class, or {@code null} as text
     * @param expected  what would have been right
     */
    public record Problem(String field, String valueType, String expected) implements Serializable {

        /** The problem of a value of which only the type is shown: the value may be personal data. */
        public static Problem of(String field, Object value, String expected) {
            return new Problem(field, value == null ? "null" : typeOf(value), expected);
        }

        private static String typeOf(Object value) {
            String simple = value.getClass().getSimpleName();
            return simple.isEmpty() ? value.getClass().getName() : simple;
        }

        @Override
        public String toString() {
            return "Field '" + field + "' (" + valueType + "): expected " + expected;
        }
    }
}
