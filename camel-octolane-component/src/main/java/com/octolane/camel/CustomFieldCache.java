// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.Query;
import com.octolane.camel.mapping.CustomFieldSource;
import com.octolane.camel.mapping.CustomFields;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps the definitions of custom fields for a while. They come with a search for one record, since only reads show
 * the slugs beside the property names. Two threads may both read them; none waits for another.
 */
final class CustomFieldCache implements CustomFieldSource {

    private static final long EXPIRY = Duration.ofMinutes(5).toNanos();

    private final OctolaneClient client;
    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(CustomFields fields, long readAt) {}

    CustomFieldCache(OctolaneClient client, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
    }

    @Override
    public CustomFields of(OctolaneObject object, String pipelineId) {
        if (object == OctolaneObject.opportunity && pipelineId == null) {
            return CustomFields.NONE;
        }
        String key = object + "/" + pipelineId;
        long now = nanoTime.getAsLong();
        Entry entry = entries.get(key);
        if (entry == null || now - entry.readAt() > EXPIRY) {
            Page page = client.search(object, Query.ofOne(pipelineId), null);
            entry = new Entry(CustomFields.of(page.definitions()), now);
            entries.put(key, entry);
        }
        return entry.fields();
    }
}
