// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates a chunk. Accounts and contacts can be looked up by the key that the API itself resolves them by. */
record CreateCall(OctolaneClient client, OctolaneObject object) implements ChunkCall {

    @Override
    public ApiResult write(List<Item> items) {
        return client.bulkCreate(object, items.stream().map(Item::body).toList());
    }

    @Override
    public Map<Integer, String> lookUp(List<Item> items) {
        if (!object.isCreateRepeatable()) {
            return null;
        }
        String key = object.naturalKey();
        Map<String, String> found = new LookUp(client, object)
                .idsByField(
                        key, items.stream().map(item -> item.body().path(key)).toList());
        Map<Integer, String> ids = new HashMap<>();
        for (Item item : items) {
            String id = found.get(LookUp.comparable(item.body().path(key).asText()));
            if (id != null) {
                ids.put(item.index(), id);
            }
        }
        return ids;
    }
}
