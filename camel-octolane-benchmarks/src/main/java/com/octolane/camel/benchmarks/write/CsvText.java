// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A text that is made line by line while it is read, so that no file has to be written before. */
final class CsvText extends InputStream {

    private final Supplier<String> lines;
    private byte[] line;
    private int at;

    /** @param lines gives null after the last */
    CsvText(String first, Supplier<String> lines) {
        this.line = first.getBytes(StandardCharsets.UTF_8);
        this.lines = lines;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : line[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int read = 0;
        while (read < length && !isAtEnd()) {
            int some = Math.min(length - read, line.length - at);
            System.arraycopy(line, at, target, offset + read, some);
            at += some;
            read += some;
        }
        return read == 0 && length > 0 ? -1 : read;
    }

    private boolean isAtEnd() {
        if (line != null && at == line.length) {
            String next = lines.get();
            line = next == null ? null : next.getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return line == null;
    }
}
