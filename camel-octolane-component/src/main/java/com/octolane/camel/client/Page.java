// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One page of a list or a search.
 *
 * @param records     the records as the API wrote them
 * @param definitions the custom field definitions by slug, empty where the API sent none
 * @param nextCursor  the cursor of the next page, null on the last one
 * @param serverTime  the time in the answer's {@code Date} header, null where there was none
 * @param status      the HTTP status of the answer
 */
public record Page(
        List<Map<String, Object>> records,
        Map<String, Object> definitions,
        String nextCursor,
        Instant serverTime,
        int status) {

    /** A page that came with status 200. */
    public Page(
            List<Map<String, Object>> records, Map<String, Object> definitions, String nextCursor, Instant serverTime) {
        this(records, definitions, nextCursor, serverTime, 200);
    }

    /** Whether there is another page. */
    public boolean hasMore() {
        return nextCursor != null;
    }
}
