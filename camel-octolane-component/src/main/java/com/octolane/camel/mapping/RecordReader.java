// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/** Finds the records in a body. Many records are read one by one, so that memory does not grow with their number. */
public final class RecordReader {

    private static final String ONE =
            "one record: a Map, a bean, a class of com.octolane.camel.model, or a JSON object";
    private static final String MANY =
            "records: an Iterable, Iterator, array, Stream, JSON array, newline-delimited JSON, or a file with JSON";

    private final ObjectReader json;

    public RecordReader(ObjectMapper json) {
        this.json = json.readerFor(Object.class);
    }

    /**
     * The one record of a body: a Map, or a bean as it is.
     *
     * @throws OctolaneMappingException where there is none, or more than one
     */
    public Object one(Object body) {
        if (body instanceof Map || body instanceof JsonNode node && node.isObject()) {
            return body;
        }
        if (!isText(body)) {
            if (isNoRecord(body) || isMany(body)) {
                throw new OctolaneMappingException(List.of(Problem.of("body", body, ONE)));
            }
            return body;
        }
        try (RecordIterator records = text(body)) {
            boolean inArray = records.hasNext() && records instanceof JsonRecords json && json.isInArray();
            Object record = records.hasNext() ? records.next() : null;
            if (record instanceof Map && !inArray && !records.hasNext()) {
                return record;
            }
        } catch (IOException e) {
            throw new OctolaneMappingException(Problem.of("body", body, ONE), e);
        }
        throw new OctolaneMappingException(List.of(Problem.of("body", body, ONE)));
    }

    /**
     * The records of a body, which may also be a single one. Elements that are an Exchange or a Message come as they
     * are; null and blank text hold none.
     *
     * @throws OctolaneMappingException where the body is nothing that holds records; later, from the iterator, where
     *     its JSON breaks off or is none
     */
    public RecordIterator many(Object body) {
        if (body == null) {
            return over(Collections.emptyIterator(), null);
        } else if (body instanceof Map) {
            return over(List.<Object>of(body).iterator(), null);
        } else if (isText(body)) {
            return text(body);
        } else if (body instanceof Stream<?> stream) {
            return over(stream.iterator(), stream);
        } else if (body instanceof Iterator<?> iterator) {
            return over(iterator, body);
        } else if (body instanceof Iterable<?> iterable) {
            return over(iterable.iterator(), body);
        } else if (body instanceof Object[] array) {
            return over(Arrays.asList(array).iterator(), null);
        } else if (isNoRecord(body)) {
            throw new OctolaneMappingException(List.of(Problem.of("body", body, MANY)));
        }
        return over(List.of(body).iterator(), null);
    }

    private static boolean isMany(Object body) {
        return body instanceof Iterable
                || body instanceof Iterator
                || body instanceof Stream
                || body instanceof Object[];
    }

    private static boolean isNoRecord(Object body) {
        return body == null
                || body instanceof Number
                || body instanceof Boolean
                || body instanceof Character
                || body instanceof Enum
                || body instanceof Date
                || body instanceof TemporalAccessor
                || body instanceof Class
                || body.getClass().isArray() && !(body instanceof Object[]);
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof JsonNode
                || body instanceof WrappedFile
                || body instanceof File
                || body instanceof Path
                || body instanceof Exchange
                || body instanceof Message;
    }

    private RecordIterator text(Object body) {
        try {
            if (body instanceof CharSequence text) {
                return values(json.readValues(new StringReader(withoutMark(text.toString()))));
            } else if (body instanceof byte[] bytes) {
                return values(json.readValues(new ByteArrayInputStream(bytes)));
            } else if (body instanceof InputStream stream) {
                return values(json.readValues(stream));
            } else if (body instanceof Reader reader) {
                return values(json.readValues(reader));
            } else if (body instanceof JsonNode node) {
                return nodes(node);
            } else if (body instanceof File file) {
                return values(json.readValues(new BufferedInputStream(Files.newInputStream(file.toPath()))));
            } else if (body instanceof Path path) {
                return values(json.readValues(new BufferedInputStream(Files.newInputStream(path))));
            }
        } catch (IOException e) {
            throw broken(body, 0, e);
        }
        Object inner = body instanceof WrappedFile<?> wrapped
                ? wrapped.getFile() instanceof File file ? file : wrapped.getBody()
                : body instanceof Exchange exchange ? exchange.getMessage().getBody() : ((Message) body).getBody();
        return many(inner);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static OctolaneMappingException broken(Object source, int record, Exception cause) {
        String where = cause instanceof JsonProcessingException json && json.getLocation() != null
                ? " (record " + record + ", line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ")"
                : " (record " + record + ")";
        return new OctolaneMappingException(Problem.of("body", source, "JSON" + where), cause);
    }

    private static RecordIterator nodes(JsonNode node) {
        return node.isArray()
                ? over(node.iterator(), null)
                : over(
                        node.isNull() || node.isMissingNode()
                                ? Collections.emptyIterator()
                                : List.of(node).iterator(),
                        null);
    }

    private static RecordIterator over(Iterator<?> iterator, Object closeable) {
        return new RecordIterator() {
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
                if (closeable instanceof Stream<?> stream) {
                    stream.close();
                } else if (closeable instanceof Closeable resource) {
                    resource.close();
                }
            }
        };
    }

    private static RecordIterator values(MappingIterator<Object> parsed) {
        return new JsonRecords(parsed);
    }

    /** The elements of an array, or values that follow one another. */
    private static final class JsonRecords implements RecordIterator {

        private final MappingIterator<Object> parsed;
        private int record;

        JsonRecords(MappingIterator<Object> parsed) {
            this.parsed = parsed;
        }

        /** Whether the value that {@link #hasNext} found is an element of an array. */
        boolean isInArray() {
            JsonStreamContext outer = parsed.getParser().getParsingContext().getParent();
            return outer != null && outer.inArray();
        }

        @Override
        public boolean hasNext() {
            try {
                return parsed.hasNextValue();
            } catch (IOException e) {
                throw broken(parsed.getParser(), record, e);
            }
        }

        @Override
        public Object next() {
            try {
                record++;
                return parsed.nextValue();
            } catch (IOException e) {
                throw broken(parsed.getParser(), record, e);
            }
        }

        @Override
        public void close() throws IOException {
            parsed.close();
        }
    }
}
