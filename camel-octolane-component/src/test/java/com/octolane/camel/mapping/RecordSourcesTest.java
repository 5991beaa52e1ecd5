// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Sources that are empty, or must be closed. */
class RecordSourcesTest {

    private final RecordReader reader = new RecordReader(JSON);

    @Test
    void anythingThatCanBeClosedIsClosedWithItsRecords() throws IOException {
        Rows iterator = new Rows();
        reader.many(iterator).close();
        assertThat(iterator.closed).isTrue();

        Rows ofIterable = new Rows();
        Iterable<Object> iterable = () -> ofIterable;
        reader.many(iterable).close();
        assertThat(ofIterable.closed).isTrue();
    }

    @Test
    void aByteOrderMarkAloneIsAnEmptySource() throws IOException {
        byte[] mark = "\uFEFF".getBytes(UTF_8);

        assertThat(reader.many(mark).hasNext()).isFalse();
        assertThat(reader.many(new ByteArrayInputStream(mark)).hasNext()).isFalse();
    }

    @Test
    void aTreeThatIsNullHoldsNoRecord() {
        assertThat(reader.many(JSON.nullNode()).hasNext()).isFalse();
        assertThat(reader.many(JSON.missingNode()).hasNext()).isFalse();
    }

    @Test
    void aStrictObjectMapperReadsLinesToo() {
        RecordReader strict =
                new RecordReader(new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));

        assertThat(strict.many("{\"a\":1}\n{\"a\":2}")).toIterable().containsExactly(Map.of("a", 1), Map.of("a", 2));
    }

    private static final class Rows implements Iterator<Object>, AutoCloseable {

        private boolean closed;

        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public Object next() {
            throw new NoSuchElementException();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
