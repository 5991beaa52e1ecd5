// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Records of a body, read as they are asked for. */
public interface RecordIterator extends Iterator<Object>, Closeable {

    /** Closes what the records are read from. */
    @Override
    void close() throws IOException;
}
