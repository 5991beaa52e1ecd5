// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.StateRepository;

/** How far each object was moved: the {@code SystemModstamp} of the last record that Octolane has. */
public final class Positions {

    /**
     * Salesforce stamps a record when its transaction writes it, and shows it when that ends. What is read again because
     * of it is found unchanged.
     */
    static final Duration LOOKBACK = Duration.ofMinutes(5);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]XX");

    private final StateRepository<String, String> store;

    Positions(StateRepository<String, String> store) {
        this.store = store;
    }

    /** @return the condition of the query; empty where nothing was moved yet */
    public String since(String object) {
        String position = store.getState(object);
        return position == null
                ? ""
                : "WHERE SystemModstamp >= " + read(position).minus(LOOKBACK);
    }

    /** @param records a page, oldest change first */
    public void move(String object, List<Map<String, Object>> records) {
        if (records.isEmpty()) {
            return;
        }
        String last = (String) records.get(records.size() - 1).get("SystemModstamp");
        String before = store.getState(object);
        if (before == null || read(before).isBefore(read(last))) {
            store.setState(object, last);
        }
    }

    static Instant read(String stamp) {
        return OffsetDateTime.parse(stamp, STAMP).toInstant();
    }
}
