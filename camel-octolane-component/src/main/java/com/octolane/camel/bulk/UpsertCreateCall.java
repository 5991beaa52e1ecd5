// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates what no record matched. An answer that does not come is settled by the same search that found nothing before.
 *
 * @param single whether it is one record, sent by the call for one
 */
record UpsertCreateCall(OctolaneClient client, OctolaneObject object, Matches matches, boolean single)
        implements ChunkCall {

    @Override
    public ApiResult write(List<Item> items) {
        if (!single) {
            return client.bulkCreate(object, items.stream().map(Item::body).toList());
        }
        ApiResult result = client.create(object, items.get(0).body());
        return new ApiResult(
                result.status(),
                result.message(),
                JsonNodeFactory.instance.arrayNode().add(result.data()));
    }

    @Override
    public Map<Integer, String> lookUp(List<Item> items) {
        Matches.Found found = matches.find(items);
        Map<Integer, String> ids = new HashMap<>();
        for (Item item : items) {
            List<JsonNode> records = found.of(item);
            if (!records.isEmpty()) {
                ids.put(item.index(), records.get(0).path("id").asText());
            }
        }
        return ids;
    }

    /** A deal that a search does not show may become visible later: to report it failed would invite a second one. */
    @Override
    public boolean absenceIsCertain() {
        return object.isCreateRepeatable();
    }
}
