// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import java.util.ArrayList;
import java.util.List;

/** What a run wrote, in its order. The service cannot delete, so that people have to know. */
final class Written {

    /**
     * A record, or an attempt of which nobody can say whether it made one.
     *
     * @param object the object's plural, or {@code account fields}
     * @param id     its id, or null where the answer told none
     * @param mark   by what it is recognised
     */
    record Entry(String object, String id, String mark) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(String object, String id, String mark) {
        entries.add(new Entry(object, id, mark));
    }

    synchronized List<Entry> all() {
        return List.copyOf(entries);
    }
}
