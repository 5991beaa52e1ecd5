// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.PagedRecords;
import com.octolane.camel.client.Query;
import com.octolane.camel.mapping.CustomFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the records that a chunk of upserts is about, with one search for all of them in a pipeline. */
record Matches(OctolaneClient client, OctolaneObject object, MatchOn matchOn) {

    private static final ObjectMapper TREES = new ObjectMapper();

    /**
     * What was found.
     *
     * @param records     the records that match, by the item's index
     * @param definitions the custom fields by pipeline, as the search described them
     */
    record Found(Map<Integer, List<JsonNode>> records, Map<String, CustomFields> definitions) {

        List<JsonNode> of(Item item) {
            return records.getOrDefault(item.index(), List.of());
        }

        CustomFields definitions(Item item) {
            return definitions.getOrDefault(pipelineOf(item), CustomFields.NONE);
        }
    }

    private static String pipelineOf(Item item) {
        return item.body().path("pipeline_id").asText("");
    }

    Found find(List<Item> items) {
        Map<String, List<Item>> byPipeline = new LinkedHashMap<>();
        for (Item item : items) {
            byPipeline
                    .computeIfAbsent(pipelineOf(item), pipeline -> new ArrayList<>())
                    .add(item);
        }
        Map<Integer, List<JsonNode>> records = new HashMap<>();
        Map<String, CustomFields> definitions = new HashMap<>();
        byPipeline.forEach((pipeline, some) ->
                definitions.put(pipeline, find(pipeline.isEmpty() ? null : pipeline, some, records)));
        return new Found(records, definitions);
    }

    private CustomFields find(String pipeline, List<Item> items, Map<Integer, List<JsonNode>> found) {
        Map<OctolaneObject, Map<String, String>> relations = relations(items);
        Map<String, List<Item>> byKey = new HashMap<>();
        List<Filter> filters = new ArrayList<>();
        for (Item item : items) {
            String key = key(item, relations);
            if (key != null) {
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
            }
        }
        if (byKey.isEmpty()) {
            return CustomFields.NONE;
        }
        List<Item> wanted = byKey.values().stream().flatMap(List::stream).toList();
        matchOn.parts().forEach(part -> filters.add(filter(part, wanted, relations)));
        Query query = new Query(null, filters, null, List.of(), client.lookUpPageSize(), pipeline, null);
        try (PagedRecords pages =
                new PagedRecords((asked, cursor) -> client.search(object, asked, cursor), query, null)) {
            CustomFields definitions = CustomFields.of(pages.page().definitions());
            pages.forEachRemaining(each -> {
                // a server that ignores the filter sends others too
                JsonNode record = TREES.valueToTree(each);
                if (pipeline == null
                        || record.path("pipeline_id").asText(pipeline).equalsIgnoreCase(pipeline)) {
                    byKey.getOrDefault(actualKey(record, definitions), List.of())
                            .forEach(item ->
                                    add(found.computeIfAbsent(item.index(), index -> new ArrayList<>()), record));
                }
            });
            return definitions;
        }
    }

    /** A record that changes while pages are read may come twice. */
    private static void add(List<JsonNode> records, JsonNode record) {
        records.removeIf(other -> other.path("id").equals(record.path("id")));
        records.add(record);
    }

    /** The ids of the accounts and contacts that keys name, by what names them. */
    private Map<OctolaneObject, Map<String, String>> relations(List<Item> items) {
        Map<OctolaneObject, Map<String, String>> ids = new EnumMap<>(OctolaneObject.class);
        for (MatchOn.Part part : matchOn.parts()) {
            OctolaneObject relation = part.relation();
            if (relation != null) {
                Collection<JsonNode> values =
                        items.stream().map(item -> part.wanted(item.fields())).toList();
                ids.put(relation, new LookUp(client, relation).idsByNaturalKey(values));
            }
        }
        return ids;
    }

    /** The key as reads show it; null where it names an account or a contact that the API does not have. */
    private String key(Item item, Map<OctolaneObject, Map<String, String>> relations) {
        StringBuilder key = new StringBuilder();
        for (MatchOn.Part part : matchOn.parts()) {
            String value = part.canonical(part.wanted(item.fields()));
            if (part.relation() != null) {
                value = relations.get(part.relation()).get(value);
                if (value == null) {
                    return null;
                }
            }
            key.append(value).append('\n');
        }
        return key.toString();
    }

    private String actualKey(JsonNode record, CustomFields definitions) {
        StringBuilder key = new StringBuilder();
        matchOn.parts()
                .forEach(part -> key.append(part.actual(record, definitions)).append('\n'));
        return key.toString();
    }

    private static Filter filter(
            MatchOn.Part part, List<Item> items, Map<OctolaneObject, Map<String, String>> relations) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Item item : items) {
            JsonNode value = part.wanted(item.fields());
            String canonical = part.canonical(value);
            values.put(
                    canonical,
                    part.relation() == null
                            ? value
                            : relations.get(part.relation()).get(canonical));
        }
        List<Object> distinct = List.copyOf(values.values());
        // assumption A-40
        return distinct.size() == 1
                ? new Filter(part.readName(), "eq", distinct.get(0))
                : new Filter(part.readName(), "in", distinct);
    }
}
