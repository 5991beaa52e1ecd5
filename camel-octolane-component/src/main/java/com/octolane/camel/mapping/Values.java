// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Converts a value to the type that a field wants. Every method gives null where the value cannot be converted. */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String BETWEEN_WORDS = ";, \t\n\u000B\f\r";
    private static final String BETWEEN_TEXTS = ";,";
    private final Dates dates;
    private final ObjectMapper json;

    Values(Dates dates, ObjectMapper json) {
        this.dates = dates;
        this.json = json;
    }

    /** Whether the value says nothing: null, or blank text. */
    static boolean isAbsent(Object value) {
        return value == null
                || value instanceof CharSequence text && text.toString().isBlank();
    }

    JsonNode convert(FieldType type, Object value) {
        try {
            return converted(type, value);
        } catch (RuntimeException | StackOverflowError e) {
            // foreign classes may throw anything when they are asked for their text or elements, cycles among them
            return null;
        }
    }

    private JsonNode converted(FieldType type, Object value) {
        return switch (type) {
            case TEXT -> text(value);
            case NUMBER -> number(value);
            case YEAR -> year(value);
            case EPOCH_MILLIS -> epochMillis(value);
            case ISO_DATE_TIME -> isoDateTime(value);
            case EMAIL -> email(value);
            case DOMAIN -> domain(value);
            case UUID -> uuid(value);
            case EMAIL_LIST -> list(value, BETWEEN_WORDS, FieldType.EMAIL);
            case DOMAIN_LIST -> list(value, BETWEEN_WORDS, FieldType.DOMAIN);
            case UUID_LIST -> list(value, BETWEEN_WORDS, FieldType.UUID);
            case TEXT_LIST -> list(value, BETWEEN_TEXTS, FieldType.TEXT);
            case BOOLEAN -> Words.bool(scalar(value));
            case OBJECT -> value instanceof Map<?, ?> ? any(value) : null;
            case ACTIVITY_TYPE -> Words.activityType(scalar(value));
        };
    }

    /** Any JSON value, for custom attributes; moments become ISO-8601 texts. Null where the value has no JSON form. */
    JsonNode any(Object value) {
        if (value instanceof String text) {
            return NODES.textNode(text.strip());
        }
        if (value instanceof Date || value instanceof Calendar || value instanceof TemporalAccessor) {
            Instant moment = dates.read(value);
            return NODES.textNode(moment == null ? value.toString() : moment.toString());
        }
        if (value instanceof CharSequence text) {
            return NODES.textNode(text.toString().strip());
        }
        try {
            JsonNode tree = json.valueToTree(value);
            return isFinite(tree) ? tree : null;
        } catch (RuntimeException | StackOverflowError e) {
            // Jackson throws many types for values that have no JSON form, cycles among them
            return null;
        }
    }

    private static boolean isFinite(JsonNode tree) {
        if (tree.isContainerNode()) {
            for (JsonNode each : tree) {
                if (!isFinite(each)) {
                    return false;
                }
            }
            return true;
        }
        return !(tree.isDouble() || tree.isFloat()) || Double.isFinite(tree.doubleValue());
    }

    /** The text of a value that is one thing; null for many, and for objects whose text is made for programmers. */
    private static String scalar(Object value) {
        if (value instanceof String text) {
            return text.strip();
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            BigDecimal number = exact((Number) value);
            return number == null ? null : number.toPlainString();
        }
        return value instanceof CharSequence
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof Character
                        || value instanceof Enum
                        || value instanceof java.util.UUID
                        || value instanceof URI
                        || value instanceof URL
                        || value instanceof TemporalAccessor
                        || value instanceof Date
                ? value.toString().strip()
                : null;
    }

    private static JsonNode text(Object value) {
        String text = scalar(value);
        return text == null ? null : NODES.textNode(text);
    }

    /** The number as it is, null where it is none or too long to be one of a CRM. */
    private static BigDecimal exact(Number value) {
        if ((value instanceof Double || value instanceof Float) && !Double.isFinite(value.doubleValue())) {
            return null;
        }
        BigDecimal number = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
        return Math.abs((long) number.scale()) + number.precision() > 400 ? null : number;
    }

    private static JsonNode number(Object value) {
        if (value instanceof String text && Numbers.isCount(text)) {
            return NODES.numberNode(Long.parseLong(text));
        }
        BigDecimal number = value instanceof Number plain
                ? exact(plain)
                : value instanceof CharSequence text ? Numbers.parse(text.toString()) : null;
        return number == null ? null : decimal(number);
    }

    private static JsonNode decimal(BigDecimal number) {
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        boolean small = number.precision() - number.scale() <= 18;
        return whole && small ? NODES.numberNode(number.longValueExact()) : NODES.numberNode(number);
    }

    private static JsonNode year(Object value) {
        JsonNode number = number(value);
        return number != null && number.isLong() && number.longValue() >= 1000 && number.longValue() <= 9999
                ? number
                : null;
    }

    private JsonNode epochMillis(Object value) {
        Instant moment = dates.read(value);
        try {
            return moment == null ? null : NODES.numberNode(moment.toEpochMilli());
        } catch (ArithmeticException e) {
            // a date that no count of milliseconds can hold
            return null;
        }
    }

    private JsonNode isoDateTime(Object value) {
        String text = dates.iso(value);
        return text == null ? null : NODES.textNode(text);
    }

    private static JsonNode email(Object value) {
        String text = scalar(value);
        String email = text == null ? "" : text.toLowerCase(Locale.ROOT);
        email = email.startsWith("mailto:") ? email.substring(7) : email;
        return Addresses.isEmail(email) ? NODES.textNode(email) : null;
    }

    private static JsonNode domain(Object value) {
        String text = scalar(value);
        String host = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (Addresses.isDomain(host) && !host.startsWith("www.")) {
            return NODES.textNode(host);
        }
        // assumption A-29
        host = Addresses.hostOf(host);
        return Addresses.isDomain(host) ? NODES.textNode(host) : null;
    }

    private static JsonNode uuid(Object value) {
        String text = scalar(value);
        if (text == null || Addresses.isUuid(text)) {
            return text == null ? null : NODES.textNode(text);
        }
        String uuid = text.toLowerCase(Locale.ROOT);
        return Addresses.isUuid(uuid) ? NODES.textNode(uuid) : null;
    }

    private JsonNode list(Object value, String separators, FieldType element) {
        Collection<?> values;
        if (value instanceof Collection<?> many) {
            values = many;
        } else if (value instanceof Object[] many) {
            values = Arrays.asList(many);
        } else {
            String text = scalar(value);
            if (text == null) {
                return null;
            }
            values = split(text, separators);
        }
        Set<JsonNode> seen = new HashSet<>();
        ArrayNode list = NODES.arrayNode();
        for (Object each : values) {
            if (!isAbsent(each)) {
                JsonNode converted = convert(element, each);
                if (converted == null) {
                    return null;
                }
                if (seen.add(converted)) {
                    list.add(converted);
                }
            }
        }
        return list;
    }

    private static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>(2);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) >= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
