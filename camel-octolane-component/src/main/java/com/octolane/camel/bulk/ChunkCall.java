// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.client.ApiResult;
import java.util.List;
import java.util.Map;

/** One request that writes several records. */
interface ChunkCall {

    /** Sends them, and throws what the client throws. */
    ApiResult write(List<Item> items);

    /**
     * Looks up which of the records the API has, after an answer that does not tell.
     *
     * @return the ids of those found, by the item's index; null where a look-up is not possible for such records
     */
    Map<Integer, String> lookUp(List<Item> items);

    /** Whether a record that the look-up does not show was surely not written. */
    default boolean absenceIsCertain() {
        return true;
    }
}
