// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares a record as the API shows it with the values that it should have. Formats may differ where the meaning does
 * not: a date as milliseconds or as text, a number as text, a list in another order, an option by its label.
 */
public final class Differences {

    private static final Dates DATES = new Dates(null, ZoneOffset.UTC);

    private Differences() {}

    /**
     * @param wanted flat values by field, null for a field that should be empty
     * @param actual the record as it was read
     * @return the wanted values that the record does not have; a field that it does not show counts as different
     */
    public static ObjectNode of(OctolaneObject object, ObjectNode wanted, JsonNode actual, CustomFields customFields) {
        ObjectNode different = JsonNodeFactory.instance.objectNode();
        FieldTable table = FieldTable.of(object);
        wanted.properties().forEach(each -> {
            Field field = table.names().contains(each.getKey()) ? table.find(each.getKey()) : null;
            boolean same = field == null
                    ? isSame(each.getKey(), each.getValue(), actual, customFields)
                    : isSame(field.type(), each.getValue(), shown(field, actual));
            if (!same) {
                different.set(each.getKey(), each.getValue());
            }
        });
        return different;
    }

    private static boolean isSame(FieldType type, JsonNode wanted, JsonNode shown) {
        // most values of most records are written the same way, and to read them as dates or numbers takes time
        return wanted.equals(shown) || canonical(type, wanted).equals(canonical(type, shown));
    }

    private static boolean isSame(String name, JsonNode wanted, JsonNode actual, CustomFields customFields) {
        CustomFields.Definition definition = customFields.find(name);
        JsonNode shown = custom(name, actual, customFields);
        return canonical(definition, wanted).equals(canonical(definition, shown));
    }

    /** The value of a custom field under whatever name the record shows it; a missing node where it has none. */
    public static JsonNode custom(String name, JsonNode actual, CustomFields customFields) {
        CustomFields.Definition definition = customFields.find(name);
        JsonNode fields = actual.path("custom_fields");
        return definition == null ? bySpelling(Keys.normalise(name), fields) : fields.path(definition.slug());
    }

    /** The value of a field, which reads may show under another of its names. */
    public static JsonNode shown(Field field, JsonNode actual) {
        JsonNode value = actual.path(field.name());
        for (Iterator<String> aliases = field.aliases().iterator(); value.isMissingNode() && aliases.hasNext(); ) {
            value = bySpelling(aliases.next(), actual);
        }
        return value;
    }

    private static JsonNode bySpelling(String spelling, JsonNode object) {
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            if (Keys.normalise(each.getKey()).equals(spelling)) {
                return each.getValue();
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    /** A text that is equal for values of a custom field that mean the same; empty for no value. */
    public static String canonical(CustomFields.Definition definition, JsonNode value) {
        if (definition != null && value.isTextual()) {
            String option = definition.option(value.textValue());
            return option == null ? value.textValue().strip() : option;
        } else if (definition != null && value.isArray()) {
            TreeSet<String> elements = new TreeSet<>();
            value.forEach(each -> elements.add(canonical(definition, each)));
            return String.join("\n", elements);
        }
        return canonical((FieldType) null, value);
    }

    /** A text that is equal for values of a type that mean the same; empty for no value. */
    public static String canonical(FieldType type, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        } else if (value.isArray()) {
            TreeSet<String> elements = new TreeSet<>();
            value.forEach(each -> elements.add(canonical(type, each)));
            return String.join("\n", elements);
        } else if (value.isObject()) {
            return value.toString();
        }
        String text =
                value.isNumber() ? plain(value.decimalValue()) : value.asText().strip();
        if (type == null) {
            return text;
        }
        return switch (type) {
            // assumption A-25
            case EPOCH_MILLIS, ISO_DATE_TIME -> {
                Instant moment = DATES.read(value.isNumber() ? value.numberValue() : text);
                yield moment == null ? text : moment.toString();
            }
            case NUMBER, YEAR -> {
                BigDecimal number = Numbers.parse(text);
                yield number == null ? text : plain(number);
            }
            case EMAIL, EMAIL_LIST, DOMAIN, DOMAIN_LIST, UUID, UUID_LIST, BOOLEAN -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
