// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.simulator.OctolaneOpenApi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the mapping and the description that the simulator checks by say the same. */
class FieldTableTest {

    private static final JsonNode API = OctolaneOpenApi.load();

    @ParameterizedTest
    @CsvSource({"account, AccountInput", "contact, ContactInput", "activity, ActivityInput"})
    void theTableOfAFlatObjectAgreesWithTheDescription(OctolaneObject object, String schema) {
        assertThat(tableTypes(object, null)).isEqualTo(described(schema));
        assertThat(required(object, null)).isEqualTo(describedRequired(schema));
    }

    @ParameterizedTest
    @CsvSource({"opportunity, OpportunityFields", "related_objects, RelatedObjects"})
    void theNestedPartsOfAnOpportunityAgreeWithTheDescription(String part, String schema) {
        Map<String, String> described = described(schema);
        described.remove("custom_attributes");

        assertThat(tableTypes(OctolaneObject.opportunity, part)).isEqualTo(described);
        assertThat(required(OctolaneObject.opportunity, part)).isEqualTo(describedRequired(schema));
    }

    @Test
    void theTopOfAnOpportunityAgreesWithTheDescription() {
        Map<String, String> described = described("OpportunityInput");

        assertThat(described.keySet()).containsExactlyInAnyOrder("pipeline_id", "opportunity", "related_objects");
        described.keySet().removeIf(each -> !each.equals("pipeline_id"));
        assertThat(tableTypes(OctolaneObject.opportunity, null)).isEqualTo(described);
        assertThat(describedRequired("OpportunityInput")).containsExactlyInAnyOrder("pipeline_id", "opportunity");
        assertThat(required(OctolaneObject.opportunity, null)).containsExactly("pipeline_id");
    }

    @Test
    void anActivityTypeIsKnownHereWhenItIsDescribed() {
        schema("ActivityType")
                .get("enum")
                .forEach(each -> assertThat(Mapping.plain()
                                .create(
                                        OctolaneObject.activity,
                                        Map.of("activity_type", each.textValue(), "title", "x"),
                                        Defaults.NONE)
                                .get("activity_type"))
                        .isEqualTo(each));
    }

    @Test
    void amountsAndYearsAreFilteredAsNumbers() {
        FieldTable accounts = FieldTable.of(OctolaneObject.account);

        assertThat(accounts.isNumber("estimated_revenue")).isTrue();
        assertThat(accounts.isNumber("founded")).isTrue();
        assertThat(accounts.isNumber("name")).isFalse();
        assertThat(accounts.isNumber("our_field")).isFalse();
    }

    private static JsonNode schema(String name) {
        return API.at("/components/schemas/" + name);
    }

    private static TreeSet<String> describedRequired(String schema) {
        TreeSet<String> names = new TreeSet<>();
        schema(schema).path("required").forEach(each -> names.add(each.textValue()));
        return names;
    }

    private static TreeSet<String> required(OctolaneObject object, String parent) {
        TreeSet<String> names = new TreeSet<>();
        for (Field field : FieldTable.of(object).fields()) {
            if (java.util.Objects.equals(field.parent(), parent) && field.required()) {
                names.add(field.name());
            }
        }
        return names;
    }

    private static Map<String, String> described(String schema) {
        Map<String, String> types = new TreeMap<>();
        schema(schema).get("properties").properties().forEach(each -> types.put(each.getKey(), type(each.getValue())));
        return types;
    }

    /** Type and format, for example {@code array of string/email}. */
    private static String type(JsonNode described) {
        JsonNode property = described;
        if (property.has("$ref")) {
            String target = property.get("$ref").textValue();
            property = API.at(target.substring(1));
        }
        JsonNode type = property.get("type");
        String name = type.isArray() ? type.get(0).textValue() : type.textValue();
        if (property.has("items")) {
            return name + " of " + type(property.get("items"));
        }
        if (property.has("enum")) {
            return name + " of a list";
        }
        return property.has("minimum") ? name + " from " + property.get("minimum") : name + format(property);
    }

    private static String format(JsonNode property) {
        return property.has("format") ? "/" + property.get("format").textValue() : "";
    }

    private static Map<String, String> tableTypes(OctolaneObject object, String parent) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Field field : FieldTable.of(object).fields()) {
            if (java.util.Objects.equals(field.parent(), parent)) {
                types.put(field.name(), field.name().equals("other_emails") ? "array of string" : wanted(field.type()));
            }
        }
        return new TreeMap<>(types);
    }

    private static String wanted(FieldType type) {
        return switch (type) {
            case TEXT, DOMAIN -> "string";
            case NUMBER, EPOCH_MILLIS -> "number";
            case YEAR -> "number from 1000";
            case ISO_DATE_TIME -> "string/date-time";
            case EMAIL -> "string/email";
            case EMAIL_LIST -> "array of string/email";
            case TEXT_LIST, DOMAIN_LIST -> "array of string";
            case UUID -> "string/uuid";
            case UUID_LIST -> "array of string/uuid";
            case BOOLEAN -> "boolean";
            case OBJECT -> "object";
            case ACTIVITY_TYPE -> "string of a list";
        };
    }
}
