// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.poll.Position.Seen;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The text form of a position:
 * {@code 1|FIELD|FLOOR|MARK|SETTLED|COUNT|VERSIONS|.} with {@code -} for an instant that is not there.
 *
 * <p>VERSIONS are groups of one time each, {@code TIME>ID,ID;TIME>ID}. The first TIME is an instant, the others are the
 * distance from the group before, in nanoseconds to the base 36. An ID is {@code ~} and 22 characters for a UUID in its usual spelling,
 * else URL-encoded; {@code !} before it stands for a record without the field that the API sorts by. The count and the
 * dot at the end betray a text that was cut off.
 */
final class PositionText {

    private static final String VERSION = "1";
    private static final String NONE = "-";
    private static final int PARTS = 8;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LONGEST_STEP = Duration.ofDays(36_500);

    private PositionText() {}

    static String write(Position position) {
        Map<String, Seen> delivered = position.delivered();
        StringBuilder text = new StringBuilder(160 + delivered.size() * 30);
        text.append(VERSION).append('|').append(position.emit().field());
        text.append('|').append(orNone(position.floor()));
        text.append('|').append(orNone(position.mark()));
        text.append('|').append(orNone(position.settledAt()));
        text.append('|').append(delivered.size()).append('|');
        ByteBuffer bytes = ByteBuffer.allocate(16);
        Instant before = null;
        for (Map.Entry<String, Seen> entry : delivered.entrySet()) {
            Instant time = entry.getValue().time();
            if (time.equals(before)) {
                text.append(',');
            } else {
                text.append(before == null ? "" : ";")
                        .append(step(before, time))
                        .append(">");
            }
            text.append(entry.getValue().dated() ? "" : "!");
            appendId(text, entry.getKey(), bytes);
            before = time;
        }
        return text.append("|.").toString();
    }

    private static String orNone(Instant instant) {
        return instant == null ? NONE : instant.toString();
    }

    private static String step(Instant before, Instant time) {
        if (before == null) {
            return time.toString();
        }
        Duration step = Duration.between(before, time);
        // a step of centuries would not fit into a long
        return step.abs().compareTo(LONGEST_STEP) > 0
                ? time.toString()
                : (step.isNegative() ? "" : "+") + Long.toString(step.toNanos(), Character.MAX_RADIX);
    }

    private static void appendId(StringBuilder text, String id, ByteBuffer bytes) {
        UUID uuid = uuid(id);
        if (uuid == null) {
            text.append(URLEncoder.encode(id, StandardCharsets.UTF_8));
            return;
        }
        bytes.clear().putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        text.append('~').append(BASE64.encodeToString(bytes.array()));
    }

    private static UUID uuid(String id) {
        if (id.length() != 36) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            // another spelling is another id: it must come back as it was
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static Position parse(Emit emit, Duration lookback, String text) {
        String[] parts = text.split("\\|", -1);
        if (!VERSION.equals(parts[0])) {
            throw unreadable(text, "it was not written by this or an earlier release", null);
        }
        if (parts.length != PARTS || !".".equals(parts[PARTS - 1])) {
            throw unreadable(text, "it is cut off or has parts that do not belong there", null);
        }
        if (!emit.field().equals(parts[1])) {
            throw unreadable(
                    text, "it counts by " + parts[1] + " while emit=" + emit + " counts by " + emit.field(), null);
        }
        try {
            Map<String, Seen> delivered = versions(parts[6]);
            if (delivered.size() != Integer.parseInt(parts[5])) {
                throw unreadable(text, "it holds " + delivered.size() + " versions and not " + parts[5], null);
            }
            return new Position(emit, lookback, instant(parts[2]), instant(parts[3]), instant(parts[4]), delivered);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw unreadable(text, e.getMessage(), e);
        }
    }

    private static Instant instant(String text) {
        return NONE.equals(text) ? null : Instant.parse(text);
    }

    private static Map<String, Seen> versions(String text) {
        Map<String, Seen> delivered = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return delivered;
        }
        Instant time = null;
        for (String group : text.split(";", -1)) {
            int end = group.indexOf('>');
            if (end < 0) {
                throw new NumberFormatException("a group of versions has no time");
            }
            time = time(time, group.substring(0, end));
            for (String id : group.substring(end + 1).split(",", -1)) {
                boolean dated = !id.startsWith("!");
                delivered.put(id(dated ? id : id.substring(1)), new Seen(time, dated));
            }
        }
        return delivered;
    }

    private static Instant time(Instant before, String text) {
        if (before == null || text.endsWith("Z")) {
            return Instant.parse(text);
        }
        return before.plusNanos(Long.parseLong(text, Character.MAX_RADIX));
    }

    private static String id(String text) {
        if (text.isEmpty()) {
            throw new NumberFormatException("an id is empty");
        }
        try {
            if (text.charAt(0) != '~') {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            }
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(1));
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong()).toString();
            }
        } catch (IllegalArgumentException e) {
            throw withCause(new NumberFormatException("an id is damaged"), e);
        }
        throw new NumberFormatException("an id is damaged");
    }

    private static NumberFormatException withCause(NumberFormatException exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }

    private static IllegalArgumentException unreadable(String text, String why, Throwable cause) {
        String shown = text.length() <= 80 ? text : text.substring(0, 80) + "...";
        return new IllegalArgumentException(
                "Not a readable position: " + why + ". Found '" + shown + "', expected '" + VERSION
                        + "|updated_at or created_at|floor|mark|settled|count|versions|.' with ISO-8601 instants. It was left"
                        + " as it is; to begin anew remove it from the state repository or choose another stateKey.",
                cause);
    }
}
