// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.octolane.camel.client.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The requests that a bulk operation would send, chunk by chunk; a record that cannot be mapped throws. */
record DryRun(
        Iterator<Object> records, int chunkSize, Function<Object, Item> mapper, Function<List<Item>, Request> request)
        implements Iterator<Request> {

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Request next() {
        List<Item> items = new ArrayList<>();
        while (records.hasNext() && items.size() < chunkSize) {
            items.add(mapper.apply(records.next()));
        }
        return request.apply(items);
    }
}
