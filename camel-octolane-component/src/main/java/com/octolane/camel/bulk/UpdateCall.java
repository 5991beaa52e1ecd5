// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.ApiResult;
import com.octolane.camel.client.OctolaneClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Updates a chunk; an item's key is the record's id. */
record UpdateCall(OctolaneClient client, OctolaneObject object) implements ChunkCall {

    @Override
    public ApiResult write(List<Item> items) {
        // assumption A-12
        return client.bulkUpdate(object, changes(items));
    }

    static Map<String, ObjectNode> changes(List<Item> items) {
        Map<String, ObjectNode> changes = new LinkedHashMap<>();
        items.forEach(item -> changes.put(item.key(), item.body()));
        return changes;
    }

    /** What a record holds now does not tell whether this update made it so. */
    @Override
    public Map<Integer, String> lookUp(List<Item> items) {
        return null;
    }
}
