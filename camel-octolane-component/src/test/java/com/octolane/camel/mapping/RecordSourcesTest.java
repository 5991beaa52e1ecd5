// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneObject;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
    void aStreamIsClosedWithItsRecords() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        reader.many(Stream.of(Map.of()).onClose(() -> closed.set(true))).close();

        assertThat(closed).isTrue();
    }

    @Test
    void aSourceIsClosedByUsWhereTheObjectMapperLeavesItOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream source = new ByteArrayInputStream("{}".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        new RecordReader(new ObjectMapper().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE))
                .many(source)
                .close();

        assertThat(closed).isTrue();
    }

    @Test
    void aSourceThatCannotBeReadIsClosedAtOnce() {
        AtomicInteger closed = new AtomicInteger();
        InputStream bytes = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("torn");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        Reader text = new FilterReader(new InputStreamReader(bytes, UTF_8)) {};

        assertThatThrownBy(() -> reader.many(bytes)).hasRootCauseMessage("torn");
        assertThat(closed).hasValue(1);
        assertThatThrownBy(() -> reader.many(text)).hasRootCauseMessage("torn");
        assertThat(closed).hasValue(2);
    }

    @Test
    void aThreadThatIsInterruptedWhileItClosesASourceStaysInterrupted() {
        AutoCloseable slow = () -> {
            throw new InterruptedException();
        };
        RecordIterator records = new JavaRecords(Collections.emptyIterator(), slow);

        assertThatThrownBy(records::close)
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
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

    @Test
    void aRowThatAnotherThreadChangesMeanwhileIsRefusedAndNotHalfRead() {
        AtomicInteger passes = new AtomicInteger();
        Map<String, Object> row = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public Iterator<Entry<String, Object>> iterator() {
                        int pass = passes.incrementAndGet();
                        return Stream.of("domain", "name")
                                .map(key -> {
                                    if (pass > 1 && key.equals("name")) {
                                        throw new ConcurrentModificationException();
                                    }
                                    return Map.<String, Object>entry(key, "acme.com");
                                })
                                .iterator();
                    }

                    @Override
                    public int size() {
                        return 2;
                    }
                };
            }
        };
        assertThat(Mapping.problemsOf(() ->
                        Mapping.with(MappingOptions.defaults()).create(OctolaneObject.account, row, Defaults.NONE)))
                .singleElement()
                .asString()
                .contains("nobody changes");
    }
}
