// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the conditions of a search, from {@code filter.FIELD=OPERATOR:VALUE} or from maps, beans and JSON. Aliases
 * become the API's own operators, since the current API documents none.
 */
public final class Filters {

    // a scheme such as https:// is no operator, and a time has digits before its first colon
    private static final Pattern WITH_OPERATOR = Pattern.compile("^([a-z_]+)(?::(?!//)(.*))$", Pattern.DOTALL);
    private static final Pattern WITHOUT_VALUE = Pattern.compile("^(?:not_)?empty$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private final ObjectMapper json;
    private final Predicate<String> isNumber;

    /** @param isNumber tells of a field whether its values are numbers */
    public Filters(ObjectMapper json, Predicate<String> isNumber) {
        this.json = json;
        this.isNumber = isNumber;
    }

    /**
     * @param filter  conditions by field, as {@code OPERATOR:VALUE} or as the value that must be equal; or null
     * @param filters a list of maps or beans with field, operator and value, a map by field, or JSON text; or null
     * @throws IllegalArgumentException that names the field and what is valid
     */
    public List<Filter> read(Map<String, Object> filter, Object filters) {
        List<Filter> read = new ArrayList<>();
        if (filter != null) {
            filter.forEach((field, condition) -> read.add(ofText(field, condition)));
        }
        if (filters != null) {
            readObject(tree(filters), read);
        }
        if (read.size() > OctolaneClient.MAX_FILTERS) {
            throw new IllegalArgumentException(
                    read.size() + " filters: the API takes at most " + OctolaneClient.MAX_FILTERS);
        }
        return read;
    }

    private JsonNode tree(Object filters) {
        try {
            JsonNode tree = filters instanceof String text ? json.readTree(text) : json.valueToTree(filters);
            if (tree != null && tree.isContainerNode()) {
                return tree;
            }
            throw invalid("filters", filters.getClass().getSimpleName(), null);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid("filters", filters.getClass().getSimpleName(), e);
        }
    }

    private static IllegalArgumentException invalid(String what, String type, Exception cause) {
        return new IllegalArgumentException(
                "The " + what + " (" + type + ") cannot be read: expected a list of {field, operator, value}", cause);
    }

    private void readObject(JsonNode tree, List<Filter> read) {
        if (tree.isArray()) {
            tree.forEach(each -> read.add(ofNode(each)));
        } else if (tree.has("filters")) {
            readObject(tree.get("filters"), read);
        } else if (tree.has("field")) {
            read.add(ofNode(tree));
        } else {
            tree.properties().forEach(each -> read.add(ofText(each.getKey(), plain(each.getValue()))));
        }
    }

    private Filter ofNode(JsonNode node) {
        if (!node.path("field").isTextual()) {
            throw invalid("filters", "an entry without a field", null);
        }
        return of(
                node.get("field").textValue(),
                Operator.of(node.path("operator").asText("eq")),
                node.hasNonNull("value") ? plain(node.get("value")) : null);
    }

    private Object plain(JsonNode node) {
        return json.convertValue(node, new TypeReference<Object>() {});
    }

    private Filter ofText(String field, Object condition) {
        if (!(condition instanceof String text)) {
            return of(field, condition instanceof Collection ? Operator.in : Operator.eq, condition);
        }
        Matcher matcher = WITH_OPERATOR.matcher(text);
        if (matcher.matches()) {
            return of(field, Operator.of(matcher.group(1)), matcher.group(2));
        }
        return WITHOUT_VALUE.matcher(text).matches()
                ? of(field, Operator.of(text), null)
                : of(field, Operator.eq, text);
    }

    // assumption A-24
    private Filter of(String field, Operator operator, Object value) {
        List<Object> values = value instanceof Collection<?> many
                ? new ArrayList<>(many)
                : value instanceof String text && operator.arity() != Operator.Arity.ONE
                        ? split(text)
                        : value == null ? List.of() : List.of(value);
        values = values.stream().map(each -> typed(field, operator, each)).toList();
        boolean fits =
                switch (operator.arity()) {
                    case NONE -> values.isEmpty();
                    case ONE -> values.size() == 1;
                    case TWO -> values.size() == 2;
                    case MANY -> !values.isEmpty();
                };
        if (!fits) {
            throw new IllegalArgumentException("The filter on '" + field + "' has " + values.size()
                    + " values, but the operator " + operator + " takes "
                    + switch (operator.arity()) {
                        case NONE -> "none";
                        case ONE -> "one";
                        case TWO -> "two";
                        case MANY -> "one or more";
                    });
        }
        return new Filter(
                field,
                operator.name(),
                switch (operator.arity()) {
                    case NONE -> null;
                    case ONE -> values.get(0);
                    case TWO, MANY -> values;
                });
    }

    private static List<Object> split(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(each -> (Object) each.strip())
                        .toList();
    }

    private Object typed(String field, Operator operator, Object value) {
        if (!(value instanceof String text) || !operator.isComparison() && !isNumber.test(field)) {
            return value;
        }
        String digits = text.strip();
        if (!NUMBER.matcher(digits).matches()) {
            return value;
        }
        // as a decimal, Jackson would write 1990 as 1990.0
        return digits.contains(".") ? (Object) new BigDecimal(digits) : Long.valueOf(digits);
    }
}
