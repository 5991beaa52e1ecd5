// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.io.IOException;
import java.util.Iterator;

/** The elements of an iterator. */
final class JavaRecords implements RecordIterator {

    private final Iterator<?> iterator;
    private final Object source;

    /** @param source what the iterator is of, closed with it if that can be closed; or null */
    JavaRecords(Iterator<?> iterator, Object source) {
        this.iterator = iterator;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return iterator.hasNext();
    }

    @Override
    public Object next() {
        return iterator.next();
    }

    @Override
    public void close() throws IOException {
        try {
            close(iterator);
        } finally {
            close(source);
        }
    }

    private static void close(Object resource) throws IOException {
        if (resource instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
