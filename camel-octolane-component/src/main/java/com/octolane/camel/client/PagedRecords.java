// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Every record of a query, page by page; holds one page. Closing it ends the reading. */
public final class PagedRecords implements Iterator<Map<String, Object>>, AutoCloseable {

    /** A page may be empty before the last one; so many in a row are a server that never ends. */
    private static final int EMPTY_PAGES = 100;

    private final PageSource source;
    private final Query query;
    private final Set<String> seenCursors = new HashSet<>();
    private int emptyPages;
    private Page page;
    private Iterator<Map<String, Object>> records;
    private RuntimeException failure;

    /** Reads the first page at once, so that a wrong query fails where it is made. */
    public PagedRecords(PageSource source, Query query, String cursor) {
        this.source = source;
        this.query = query;
        show(source.fetch(query, cursor));
    }

    /** The page that the next record comes from. */
    public Page page() {
        return page;
    }

    @Override
    public boolean hasNext() {
        if (failure != null) {
            // who asks again, as Camel's splitter does at its end, is told the same
            throw failure;
        }
        try {
            return nextIsThere();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private boolean nextIsThere() {
        while (!records.hasNext() && page != null && page.hasMore()) {
            String cursor = page.nextCursor();
            emptyPages = page.records().isEmpty() ? emptyPages + 1 : 0;
            if (emptyPages == EMPTY_PAGES) {
                throw new OctolaneTransportException(
                        "Octolane's pages do not end: " + EMPTY_PAGES + " in a row had no record", false, null);
            }
            if (!seenCursors.add(cursor)) {
                throw new OctolaneTransportException("Octolane's pages do not end: a cursor came again", false, null);
            }
            show(source.fetch(query, cursor));
        }
        return records.hasNext();
    }

    private void show(Page next) {
        page = next;
        records = next.records().iterator();
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return records.next();
    }

    @Override
    public void close() {
        page = null;
        failure = null;
        records = java.util.Collections.emptyIterator();
    }
}
