// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Puts the names and options that the API knows in the place of those that a source uses. Under which of
 * its names a field is written, and an option of a select, the keys say; what no definition knows follows {@code unmapped}.
 */
record CustomNames(CustomFields known, MappingOptions options) {

    private record Filled(String source, JsonNode value) {}

    /**
     * @param custom  values by the name that the source or the user's mapping gives them
     * @param sources the source field of each name that is not that field's own
     * @return values by the name to write
     */
    Map<String, JsonNode> resolve(
            Map<String, JsonNode> custom, Map<String, String> sources, Consumer<Problem> problems) {
        Map<String, JsonNode> resolved = new LinkedHashMap<>();
        Map<String, Filled> filled = new HashMap<>();
        custom.forEach((name, value) -> {
            String source = sources.getOrDefault(name, name);
            CustomFields.Definition definition = known.find(name);
            // assumption A-04
            String written = definition == null ? name : definition.writtenAs(name, options.customFieldKey());
            JsonNode kept = definition == null
                    ? unresolved(source, value, "a field that a rule or a custom field's definition knows", problems)
                    : value(definition, source, value, problems);
            if (kept == null) {
                return;
            }
            Filled other = filled.putIfAbsent(definition == null ? name : definition.slug(), new Filled(source, kept));
            if (other == null) {
                resolved.put(written, kept);
            } else if (!other.value().equals(kept)) {
                problems.accept(Problem.of(
                        source,
                        value,
                        "the same value as '" + other.source() + "', which fills the same custom field " + written));
            }
        });
        return resolved;
    }

    private JsonNode value(
            CustomFields.Definition definition, String source, JsonNode value, Consumer<Problem> problems) {
        if (definition.options().isEmpty() || value.isNull()) {
            return value;
        } else if (value.isTextual()) {
            String option = definition.writtenOption(value.textValue(), options.selectKey());
            if (definition.isMany()) {
                // a label may hold a comma itself
                List<String> texts = List.of(option == null ? value.textValue().split("[;,]") : new String[] {option});
                return options(definition, source, value, texts, problems);
            } else if (option != null) {
                return JsonNodeFactory.instance.textNode(option);
            }
        } else if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            return options(definition, source, value, texts, problems);
        }
        return unresolved(source, value, "one of " + definition.labels().values(), problems);
    }

    private JsonNode options(
            CustomFields.Definition definition,
            String source,
            JsonNode value,
            List<String> texts,
            Consumer<Problem> problems) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        for (String text : texts) {
            String option = definition.writtenOption(text, options.selectKey());
            if (option == null) {
                return unresolved(
                        source, value, "some of " + definition.labels().values(), problems);
            }
            written.add(option);
        }
        return written;
    }

    private JsonNode unresolved(String source, JsonNode value, String expected, Consumer<Problem> problems) {
        return switch (options.unmapped()) {
            case custom -> value;
            case ignore -> null;
            case fail -> {
                problems.accept(Problem.of(source, value, expected + ", since unmapped=fail"));
                yield null;
            }
        };
    }
}
