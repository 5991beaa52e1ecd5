// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import com.octolane.camel.OctolaneConstants;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.component.sql.SqlConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the rows that were inserted or updated, and tells it after each batch and at the end. */
public final class RowsWritten {

    private static final Logger LOG = LoggerFactory.getLogger(RowsWritten.class);

    private final Map<String, Integer> ofBatch = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final Set<String> idle = ConcurrentHashMap.newKeySet();
    private final Runnable whenNothingIsLeft;

    RowsWritten(Runnable whenNothingIsLeft) {
        this.whenNothingIsLeft = whenNothingIsLeft;
    }

    /** @param rows 1, or 0 where the row was newer already */
    public void written(
            @Header(OctolaneConstants.OBJECT) String object,
            @Header(SqlConstants.SQL_UPDATE_COUNT) int rows,
            @ExchangeProperty(Exchange.BATCH_COMPLETE) boolean last) {
        total.addAndGet(rows);
        ofBatch.merge(object, rows, Integer::sum);
        if (last) {
            LOG.info("{}: {} rows written", object, ofBatch.remove(object));
        }
    }

    /** A poll of a route found nothing. Once that is so for every route, the program ends. */
    public void nothingLeft(Exchange exchange) {
        idle.add(exchange.getFromRouteId());
        if (idle.size() == exchange.getContext().getRoutesSize()) {
            whenNothingIsLeft.run();
        }
    }

    int total() {
        return total.get();
    }

    void printTotal() {
        LOG.info("{} rows written", total());
    }
}
