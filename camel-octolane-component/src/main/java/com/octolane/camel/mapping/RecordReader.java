// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** An exchange may hold a message that holds a file; more is no body that anybody sends. */
    private static final int WRAPPINGS = 4;

    private final ObjectReader json;

    public RecordReader(ObjectMapper json) {
        this.json = json.readerFor(Object.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The one record of a body: a Map, or a bean as it is.
     *
     * @throws OctolaneMappingException where there is none, or more than one
     */
    public Object one(Object body) {
        if (body instanceof Map) {
            return body;
        }
        Object record = unwrapped(body);
        if (record instanceof Map) {
            return record;
        }
        if (!isText(record)) {
            if (isNoRecord(record) || isMany(record)) {
                throw new OctolaneMappingException(List.of(Problem.of("body", record, ONE)));
            }
            return record;
        }
        try (JsonRecords records = text(record)) {
            Object first = records.hasNext() ? records.next() : null;
            if (first instanceof Map && !records.isInArray() && !records.hasNext()) {
                return first;
            }
        } catch (IOException e) {
            throw new OctolaneMappingException(Problem.of("body", record, ONE), e);
        }
        throw new OctolaneMappingException(List.of(Problem.of("body", record, ONE)));
    }

    /**
     * The records of a body, which may also be a single one. Elements that are an Exchange or a Message come as they
     * are; null and blank text hold none.
     *
     * @throws OctolaneMappingException where the body is nothing that holds records; later, from the iterator, where
     *     its JSON breaks off or is none
     */
    public RecordIterator many(Object source) {
        Object body = unwrapped(source);
        if (body == null || body instanceof JsonNode node && (node.isNull() || node.isMissingNode())) {
            return new JavaRecords(Collections.emptyIterator(), null);
        } else if (body instanceof Map) {
            return new JavaRecords(List.<Object>of(body).iterator(), null);
        } else if (isText(body)) {
            return text(body);
        } else if (body instanceof Stream<?> stream) {
            return new JavaRecords(stream.iterator(), stream);
        } else if (body instanceof Iterator<?> iterator) {
            return new JavaRecords(iterator, null);
        } else if (body instanceof Iterable<?> iterable) {
            return new JavaRecords(iterable.iterator(), body);
        } else if (body instanceof Object[] array) {
            return new JavaRecords(Arrays.asList(array).iterator(), null);
        } else if (isNoRecord(body)) {
            throw new OctolaneMappingException(List.of(Problem.of("body", body, MANY)));
        }
        return new JavaRecords(List.of(body).iterator(), null);
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
                || body instanceof Exchange
                || body instanceof Message
                || body instanceof WrappedFile
                // what the JDK brings is no bean
                || body.getClass().getName().startsWith("java.")
                || body.getClass().isArray() && !(body instanceof Object[]);
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof JsonNode
                || body instanceof File
                || body instanceof Path;
    }

    /** What an exchange, a message or a wrapped file stands for. */
    private static Object unwrapped(Object body) {
        Object inner = body;
        for (int i = 0; i < WRAPPINGS; i++) {
            if (inner instanceof WrappedFile<?> wrapped) {
                inner = wrapped.getFile() instanceof File file ? file : wrapped.getBody();
            } else if (inner instanceof Exchange exchange) {
                inner = exchange.getMessage().getBody();
            } else if (inner instanceof Message message) {
                inner = message.getBody();
            }
        }
        return inner;
    }

    private JsonRecords text(Object body) {
        try {
            if (body instanceof CharSequence text) {
                return records(new StringReader(text.toString()), body);
            } else if (body instanceof byte[] bytes) {
                return records(new ByteArrayInputStream(bytes), body);
            } else if (body instanceof InputStream stream) {
                return records(stream, body);
            } else if (body instanceof Reader reader) {
                return records(reader, body);
            } else if (body instanceof JsonNode node) {
                return new JsonRecords(json, json.treeAsTokens(node), null, body);
            }
            Path file = body instanceof File plain ? plain.toPath() : (Path) body;
            return records(new BufferedInputStream(Files.newInputStream(file)), body);
        } catch (IOException e) {
            throw JsonRecords.broken(body, 0, e);
        } catch (InvalidPathException e) {
            throw new OctolaneMappingException(Problem.of("body", body, MANY), e);
        }
    }

    private JsonRecords records(InputStream in, Object body) throws IOException {
        try {
            return new JsonRecords(json, json.createParser(withoutMark(in)), in, body);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Jackson passes over the mark too, but not where it is all that there is. */
    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, UTF_8_MARK.length);
        byte[] head = bytes.readNBytes(UTF_8_MARK.length);
        if (!Arrays.equals(head, UTF_8_MARK)) {
            bytes.unread(head);
        }
        return bytes;
    }

    private JsonRecords records(Reader in, Object body) throws IOException {
        PushbackReader text = new PushbackReader(in);
        try {
            int first = text.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                text.unread(first);
            }
            return new JsonRecords(json, json.createParser(text), text, body);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
