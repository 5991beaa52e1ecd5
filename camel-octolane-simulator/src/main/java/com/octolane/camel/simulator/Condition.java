// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** One filter of a request. */
record Condition(String field, Operator operator, Object value) {

    boolean test(CrmRecord candidate) {
        return operator.test(candidate.get(field), value);
    }
}
