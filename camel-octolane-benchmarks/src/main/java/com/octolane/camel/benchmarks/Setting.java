// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.net.URI;
import java.util.Map;

/**
 * What a subject is told.
 *
 * @param api where the stub listens; its delay is set already
 * @param callers how many threads send at once
 * @param more what only some scenarios have, such as the microseconds of work a record, or a file to read
 */
public record Setting(URI api, int callers, Map<String, String> more) {

    public Setting {
        more = Map.copyOf(more);
    }

    /** @throws IllegalArgumentException when the scenario did not say it */
    public String more(String name) {
        String value = more.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the scenario does not say " + name + ", it says " + more);
        }
        return value;
    }
}
