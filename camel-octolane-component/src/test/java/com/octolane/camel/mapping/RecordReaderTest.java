// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.JSON;
import static com.octolane.camel.mapping.Mapping.json;
import static com.octolane.camel.mapping.Mapping.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.client.OctolaneMappingException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private static final RecordReader READER = new RecordReader(JSON);
    private static final Map<String, Object> A = Map.of("n", 1);
    private static final Map<String, Object> B = Map.of("n", 2);
    private static final String ARRAY = "[{\"n\":1},\n{\"n\":2}]";
    private static final String LINES = "{\"n\":1}\n\n{\"n\":2}\r\n";

    @TempDir
    Path folder;

    private static List<Object> read(Object body) {
        try (RecordIterator records = READER.many(body)) {
            List<Object> all = new ArrayList<>();
            records.forEachRemaining(all::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Object> twoRecords() {
        List<Object> bodies = new ArrayList<>(List.of(
                List.of(A, B),
                List.of(A, B).iterator(),
                (Iterable<Object>) () -> List.<Object>of(A, B).iterator(),
                Stream.of(A, B),
                json(ARRAY)));
        for (String text : List.of(
                ARRAY, LINES, "\uFEFF" + ARRAY, "\uFEFF" + LINES, "[{\"n\":1}]\n[{\"n\":2}]", "{\"n\":1}{\"n\":2}")) {
            bodies.add(text);
            bodies.add(new StringBuilder(text));
            bodies.add(bytes(text));
            bodies.add(new ByteArrayInputStream(bytes(text)));
            bodies.add(new StringReader(text));
        }
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("twoRecords")
    void everyFormOfManyRecordsIsRead(Object body) {
        assertThat(read(body)).containsExactly(A, B);
    }

    @Test
    void anArrayIsReadAndABeanIsOneRecord() {
        Object bean = new Object() {
            public int getN() {
                return 1;
            }
        };

        assertThat(read(new Object[] {A, B})).containsExactly(A, B);
        assertThat(read(A)).containsExactly(A);
        assertThat(read(bean)).containsExactly(bean);
        assertThat(READER.one(bean)).isSameAs(bean);
    }

    @Test
    void filesAreReadAndClosedInWhicheverFormTheyCome() throws Exception {
        Path path = Files.writeString(folder.resolve("records.ndjson"), "\uFEFF" + LINES);
        GenericFile<File> local = new GenericFile<>();
        local.setFile(path.toFile());
        GenericFile<Object> remote = new GenericFile<>();
        remote.setFile(new Object());
        remote.setBody(bytes(LINES));

        assertThat(read(path)).containsExactly(A, B);
        assertThat(read(path.toFile())).containsExactly(A, B);
        assertThat(read(local)).containsExactly(A, B);
        assertThat(read(remote)).containsExactly(A, B);
        assertThat(problemsOf(() -> READER.many(folder.resolve("none"))))
                .singleElement()
                .satisfies(each -> assertThat(each.expected()).startsWith("JSON"));
    }

    @Test
    void anExchangeStandsForItsBodyAndAnElementStaysAsItIs() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(ARRAY);
            Exchange element = new DefaultExchange(context);
            element.getMessage().setBody(A);

            assertThat(read(exchange)).containsExactly(A, B);
            assertThat(read(exchange.getMessage())).containsExactly(A, B);
            assertThat(read(List.of(element, element.getMessage()))).containsExactly(element, element.getMessage());
            assertThat(READER.one(element)).isEqualTo(A);
            element.getMessage().setBody(element);
            assertThatThrownBy(() -> READER.one(element)).isInstanceOf(OctolaneMappingException.class);
        }
    }

    static List<Object> emptyBodies() {
        return Arrays.asList(
                null,
                "",
                " \n",
                "\uFEFF",
                new byte[0],
                new ByteArrayInputStream(new byte[0]),
                new StringReader(" "),
                List.of(),
                List.of().iterator(),
                Stream.of(),
                "[]",
                json("[]"),
                "[] []");
    }

    @ParameterizedTest
    @MethodSource("emptyBodies")
    void anEmptySourceMakesNothing(Object body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void anEmptyArrayMakesNothing() {
        assertThat(read(new Object[0])).isEmpty();
    }

    @Test
    void noMoreIsTakenFromASourceThanIsAskedFor() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Object> endless = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                return Map.of("n", taken.incrementAndGet());
            }
        };
        RecordIterator records = READER.many(endless);
        records.next();
        records.next();

        assertThat(taken).hasValue(2);

        AtomicInteger made = new AtomicInteger();
        RecordIterator stream = READER.many(Stream.generate(made::incrementAndGet));
        stream.next();

        assertThat(made).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", ""})
    void jsonIsReadWhileItComes(String start) throws IOException {
        AtomicInteger read = new AtomicInteger();
        InputStream endless = new InputStream() {
            private final byte[] record = bytes(start.isEmpty() ? "{\"n\":1}\n" : "{\"n\":1},");

            @Override
            public int read() {
                int at = read.getAndIncrement();
                return at < start.length() ? start.charAt(at) : record[(at - start.length()) % record.length];
            }
        };
        RecordIterator records = READER.many(endless);
        for (int i = 0; i < 1000; i++) {
            assertThat(records.next()).isEqualTo(A);
        }

        assertThat(read.get()).isLessThan(50_000);
        records.close();
    }

    @Test
    void closingClosesTheSourceAlsoWhenItIsBroken() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        for (String text : List.of(ARRAY, "{", "")) {
            RecordIterator records = READER.many(new ByteArrayInputStream(bytes(text)) {
                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            });
            try (records) {
                records.hasNext();
                records.next();
            } catch (OctolaneMappingException | NoSuchElementException e) {
                assertThat(text).isIn("{", "");
            }
        }
        READER.many(Stream.of(A).onClose(closed::incrementAndGet)).close();

        assertThat(closed.get()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void brokenJsonSaysWhereItBreaksAndWhatStoodBeforeIsRead() {
        RecordIterator records = READER.many("{\"n\":1}\n{\"n\":2}\n{\"n\":\n{\"n\":4}");

        assertThat(records.next()).isEqualTo(A);
        assertThat(records.next()).isEqualTo(B);
        assertThatThrownBy(records::next)
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("record 3, line 4")
                .hasMessageContaining("String");
        assertThat(records.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just words",
                "<xml/>",
                "[{\"n\":1}",
                "{\"n\":1},{\"n\":2}",
                "[{\"n\":1}]]",
                "a,b\n1,2",
                "\u0000{\"n\":1}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(problemsOf(() -> read(text)))
                .singleElement()
                .satisfies(each -> assertThat(each.expected()).startsWith("JSON (record"));
    }

    static List<Object> unsupported() {
        return List.of(
                7,
                1.5,
                true,
                'x',
                Thread.State.NEW,
                new int[] {1},
                new java.util.Date(),
                java.time.Instant.EPOCH,
                String.class,
                Optional.of(A));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void aBodyThatHoldsNoRecordsIsNamedByItsType(Object body) {
        String type = body.getClass().getSimpleName();

        assertThat(problemsOf(() -> READER.many(body))).singleElement().satisfies(each -> {
            assertThat(each.field()).isEqualTo("body");
            assertThat(each.valueType()).isEqualTo(type);
        });
        assertThat(problemsOf(() -> READER.one(body))).hasSize(1);
    }

    @Test
    void oneRecordIsOneObject() {
        assertThat(READER.one("\uFEFF{\"n\":1}")).isEqualTo(A);
        assertThat(READER.one(bytes("{\"n\":1}\n"))).isEqualTo(A);
        assertThat(READER.one(new StringReader("{\"n\":1}"))).isEqualTo(A);
        assertThat(READER.one(json("{'n':1}"))).isEqualTo(A);
        for (Object body : Arrays.asList(
                null,
                "",
                "[]",
                "[{\"n\":1}]",
                LINES,
                json("[{'n':1}]"),
                "7",
                "null",
                List.of(A),
                Stream.of(A),
                new Object[] {A})) {
            assertThat(problemsOf(() -> READER.one(body))).hasSize(1);
        }
    }
}
