// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * The place after the last record of a page. It holds the key of that record and not a page number, so that reading on costs the same however
 * far it has come.
 *
 * @param query the fingerprint of the query that it belongs to
 * @param call the number of the read that handed it out
 * @param after null when nothing was read yet
 */
record Cursor(String query, long call, IndexKey after) {

    private static final int DIGEST_BYTES = 12;

    String encode() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(query);
            out.writeLong(call);
            out.writeUTF(after == null ? "" : after.id());
            Object value = after == null ? null : after.value();
            out.writeChar(type(value));
            out.writeUTF(value == null ? "" : value.toString());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cursor decode(String text) {
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            String query = in.readUTF();
            long call = in.readLong();
            String id = in.readUTF();
            Object value = value(in.readChar(), in.readUTF());
            return new Cursor(query, call, id.isEmpty() ? null : new IndexKey(value, id));
        } catch (IOException | IllegalArgumentException e) {
            throw ApiException.invalid("cursor", "Cursor is not valid");
        }
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static char type(Object value) {
        if (value == null) {
            return '0';
        }
        if (value instanceof Number) {
            return 'n';
        }
        if (value instanceof Instant) {
            return 'i';
        }
        return value instanceof Boolean ? 'b' : 's';
    }

    private static Object value(char type, String text) {
        return switch (type) {
            case '0' -> null;
            case 'n' -> new BigDecimal(text);
            case 'i' -> Timestamps.parse(text);
            case 'b' -> Boolean.valueOf(text);
            default -> text;
        };
    }
}
