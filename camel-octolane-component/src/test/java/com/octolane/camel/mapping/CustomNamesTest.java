// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.JSON;
import static com.octolane.camel.mapping.Mapping.PIPELINE;
import static com.octolane.camel.mapping.Mapping.STAGE;
import static com.octolane.camel.mapping.Mapping.json;
import static com.octolane.camel.mapping.Mapping.map;
import static com.octolane.camel.mapping.Mapping.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomNamesTest {

    static final CustomFields FIELDS = CustomFields.of(Map.of(
            "tier", field("text_123", "Tier", "select", "options", "Gold", "gold-1", "Silver", "silver-2"),
            "interests",
                    field(
                            "text_124",
                            "Interests",
                            "multi_select",
                            "select_options",
                            "Chess",
                            "chess-2",
                            "Sailing",
                            "sail-1",
                            "Tea, Coffee",
                            "tea-3"),
            "lang", Map.of("property_name", "text_125", "current_name", "Mother Tongue", "attribute_type", "string"),
            "plain", Map.of()));

    private static Map<String, Object> field(
            String property, String label, String type, String list, String... labelsAndValues) {
        List<Map<String, String>> options = new ArrayList<>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            options.add(Map.of("label", labelsAndValues[i], "value", labelsAndValues[i + 1]));
        }
        return Map.of(
                "property_name",
                property,
                "current_name",
                label,
                "attribute_type",
                type,
                "metadata",
                Map.of(list, options));
    }

    private static RecordMapper mapper(Unmapped unmapped, CustomFieldKey key, CustomFieldSource source) {
        return new RecordMapper(
                new MappingOptions(Preset.octolane, Map.of(), unmapped, key, SelectKey.value, null, ZoneOffset.UTC),
                JSON,
                source,
                null);
    }

    private static RecordMapper mapper(Unmapped unmapped) {
        return mapper(unmapped, CustomFieldKey.given, (object, pipeline) -> FIELDS);
    }

    private static JsonNode custom(RecordMapper mapper, Object... pairs) {
        return json(mapper.update(OctolaneObject.account, map(pairs)).changes().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "given, tier, tier",
        "given, Tier, text_123",
        "given, text-123, text_123",
        "slug, Tier, tier",
        "slug, text_123, tier",
        "propertyName, tier, text_123",
        "propertyName, TIER, text_123",
        "given, plain, plain",
        "propertyName, Plain, plain"
    })
    void aFieldIsWrittenUnderTheNameThatTheKeySays(CustomFieldKey key, String given, String written) {
        RecordMapper mapper = mapper(Unmapped.fail, key, (object, pipeline) -> FIELDS);

        assertThat(custom(mapper, given, null)).isEqualTo(json("{'" + written + "':null}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gold", " gold ", "gold-1", "GOLD-1"})
    void anOptionIsWrittenByItsValue(String option) {
        assertThat(custom(mapper(Unmapped.fail), "Tier", option)).isEqualTo(json("{'text_123':'gold-1'}"));
    }

    @Test
    void severalOptionsMayStandInAListOrInOneText() {
        RecordMapper mapper = mapper(Unmapped.fail);

        assertThat(custom(mapper, "Interests", "chess; Sailing")).isEqualTo(json("{'text_124':['chess-2','sail-1']}"));
        assertThat(custom(mapper, "Interests", List.of("sail-1", "CHESS")))
                .isEqualTo(json("{'text_124':['sail-1','chess-2']}"));
        // a label may hold a comma itself
        assertThat(custom(mapper, "Interests", "Tea, Coffee")).isEqualTo(json("{'text_124':['tea-3']}"));
    }

    @Test
    void aFieldWithoutOptionsTakesAnyValue() {
        assertThat(custom(mapper(Unmapped.fail), "Mother Tongue", "Dutch")).isEqualTo(json("{'text_125':'Dutch'}"));
        assertThat(custom(mapper(Unmapped.fail), "Mother Tongue", List.of(1, 2)))
                .isEqualTo(json("{'text_125':[1,2]}"));
    }

    @Test
    void whatNoDefinitionKnowsIsSentLeftOutOrRefused() {
        Object[] record = {"name", "Acme", "Colour", "red", "Tier", "Bronze", "Interests", "Chess, Golf"};

        assertThat(custom(mapper(Unmapped.custom), record))
                .isEqualTo(json("{'name':'Acme','Colour':'red','text_123':'Bronze','text_124':'Chess, Golf'}"));
        assertThat(custom(mapper(Unmapped.ignore), record)).isEqualTo(json("{'name':'Acme'}"));
        assertThat(problemsOf(() -> custom(mapper(Unmapped.fail), record)))
                .containsExactlyInAnyOrder(
                        new Problem(
                                "Colour",
                                "TextNode",
                                "a field that a rule or a custom field's definition knows, since unmapped=fail"),
                        new Problem("Tier", "TextNode", "one of [Gold, Silver], since unmapped=fail"),
                        new Problem(
                                "Interests", "TextNode", "some of [Chess, Sailing, Tea, Coffee], since unmapped=fail"));
        assertThat(problemsOf(() -> custom(mapper(Unmapped.fail), "Tier", 1)))
                .extracting(Problem::expected)
                .containsExactly("one of [Gold, Silver], since unmapped=fail");
        assertThat(problemsOf(() -> custom(mapper(Unmapped.fail), "Interests", List.of("Chess", "Golf"))))
                .extracting(Problem::field)
                .containsExactly("Interests");
    }

    @Test
    void oneFieldUnderTwoNamesMustHaveOneValue() {
        assertThat(custom(mapper(Unmapped.custom), "Tier", "Gold", "text_123", "gold-1"))
                .isEqualTo(json("{'text_123':'gold-1'}"));
        assertThat(problemsOf(() -> custom(mapper(Unmapped.custom), "Tier", "Gold", "text_123", "Silver")))
                .containsExactly(new Problem(
                        "text_123",
                        "TextNode",
                        "the same value as 'Tier', which fills the same custom field text_123"));
    }

    @Test
    void aLabelThatTwoFieldsShareNamesNeither() {
        CustomFields shared = CustomFields.of(Map.of(
                "one",
                Map.of("current_name", "Tier"),
                "two",
                Map.of("current_name", "tier"),
                "three",
                "no definition"));

        assertThat(shared.find("Tier")).isNull();
        assertThat(shared.find("three")).isNull();
        assertThat(shared.find("One").slug()).isEqualTo("one");
        assertThat(CustomFields.of(Map.of()).find("one")).isNull();
    }

    @Test
    void theValueOfAnOptionGoesBeforeALabelThatReadsTheSame() {
        CustomFields fields = CustomFields.of(
                Map.of("size", field("size_1", "Size", "select", "options", "Large", "small", "Small", "large")));

        assertThat(fields.find("size").option("large")).isEqualTo("large");
        assertThat(fields.find("size").option("huge")).isNull();
    }

    @Test
    void theDefinitionsOfADealAreThoseOfItsPipelineAndNobodyAsksWithoutNeed() {
        List<String> asked = new ArrayList<>();
        RecordMapper mapper = mapper(Unmapped.custom, CustomFieldKey.given, (object, pipeline) -> {
            asked.add(object + " " + pipeline);
            return FIELDS;
        });
        Defaults defaults = new Defaults(STAGE, null);
        mapper.create(
                OctolaneObject.opportunity, map("name", "Pilot", "pipeline_id", PIPELINE, "Tier", "Gold"), defaults);
        mapper.create(OctolaneObject.opportunity, map("name", "Pilot", "Tier", "Gold"), defaults);
        mapper.update(OctolaneObject.opportunity, map("pipeline_id", null, "Tier", "Gold"), defaults);
        mapper.create(OctolaneObject.account, map("domain", "acme.com", "Tier", "Gold"), defaults);
        mapper.create(OctolaneObject.account, map("domain", "acme.com"), defaults);
        mapper.create(OctolaneObject.activity, map("activity_type", "CALL", "title", "x", "Tier", "Gold"), defaults);

        assertThat(asked)
                .containsExactly(
                        "opportunity " + PIPELINE, "opportunity " + STAGE, "opportunity " + STAGE, "account null");
    }

    @Test
    void anUpsertResolvesNamesInBothOfItsForms() {
        Upsert upsert = mapper(Unmapped.fail)
                .upsert(
                        OctolaneObject.opportunity,
                        map("id", "of the source", "name", "Pilot", "pipeline_id", PIPELINE, "Tier", "Gold"),
                        Defaults.NONE);

        assertThat(upsert.create().at("/opportunity/custom_attributes")).isEqualTo(json("{'text_123':'gold-1'}"));
        assertThat(upsert.fields())
                .isEqualTo(json("{'pipeline_id':'" + PIPELINE + "','name':'Pilot','text_123':'gold-1'}"));
    }
}
