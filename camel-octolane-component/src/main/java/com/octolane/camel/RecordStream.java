// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.PagedRecords;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Records as a body, one at a time; ends with the exchange that carries it. */
final class RecordStream extends SynchronizationAdapter implements Iterator<Object>, AutoCloseable {

    private final PagedRecords records;
    private final Function<Map<String, Object>, Object> format;

    RecordStream(PagedRecords records, Function<Map<String, Object>, Object> format) {
        this.records = records;
        this.format = format;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Object next() {
        return format.apply(records.next());
    }

    @Override
    public void onDone(Exchange exchange) {
        close();
    }

    @Override
    public void close() {
        records.close();
    }
}
