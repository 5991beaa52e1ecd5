// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    static final OctolaneSimulatorExtension OCTOLANE = OctolaneSimulatorExtension.of(
            OctolaneSimulator.builder().clock(() -> START).customField("accounts", "tier", "Tier", "select"));

    private OctolaneSimulator simulator;
    private Api api;

    @BeforeEach
    void connect() {
        simulator = OCTOLANE.simulator();
        api = new Api(simulator);
    }

    /** Accounts A0, A1, ... of which each was changed a second after the one before. */
    private void accounts(int count) {
        for (int i = 0; i < count; i++) {
            simulator.seed(
                    "accounts",
                    Map.of("name", "A" + i, "domain", "a" + i + ".com", "created_at", START.plusSeconds(i)));
        }
    }

    @Test
    void aListGivesTheNewestChangeFirstAndTellsHowToReadOn() {
        accounts(5);
        JsonNode first = api.get("/accounts?limit=3").data();
        assertThat(Pages.names(first.get("accounts"))).containsExactly("A4", "A3", "A2");
        assertThat(first.get("has_more").asBoolean()).isTrue();
        assertThat(first.get("limit").asInt()).isEqualTo(3);
        assertThat(first.at("/custom_field_definitions/tier").toString())
                .isEqualTo(
                        "{\"current_name\":\"Tier\",\"property_name\":\"custom__tier\",\"attribute_type\":\"select\","
                                + "\"metadata\":null}");

        JsonNode second = api.get(
                        "/accounts?limit=3&cursor=" + first.get("next_cursor").asText())
                .data();
        assertThat(Pages.names(second.get("accounts"))).containsExactly("A1", "A0");
        assertThat(second.get("has_more").asBoolean()).isFalse();
        assertThat(second.get("next_cursor").isNull()).isTrue();
        assertThat(api.get("/accounts").data().get("limit").asInt()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"updated_at:asc", "updated_at:desc", "name:asc", "domain:desc", "id:asc", "created_at"})
    void everyRecordComesOnceInTheOrderThatWasAskedFor(String sort) {
        IntStream.range(0, 50)
                .forEach(i -> simulator.seed(
                        "accounts",
                        Map.of(
                                "name",
                                "N" + i % 7,
                                "domain",
                                "d" + i + ".com",
                                "created_at",
                                START.plusSeconds(i % 5))));

        List<JsonNode> records = Pages.readAll(api, "accounts", Map.of("sort", sort, "limit", 7));

        assertThat(records)
                .extracting(r -> r.get("id").asText())
                .doesNotHaveDuplicates()
                .hasSize(50);
        String field = sort.split(":")[0];
        List<String> values = new ArrayList<>();
        records.forEach(r -> values.add(r.get(field).asText()));
        Comparator<String> order = sort.endsWith("desc") ? Comparator.reverseOrder() : Comparator.naturalOrder();
        assertThat(values).isSortedAccordingTo(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deal_size|eq|20|B",
                "deal_size|is|20.0|B",
                "deal_size|neq|20|A,C,D",
                "deal_size|is_not|20|A,C,D",
                "deal_size|gt|10|B,C",
                "deal_size|greater_than|10|B,C",
                "deal_size|gte|20|B,C",
                "deal_size|lt|20|A",
                "deal_size|less_than|20|A",
                "deal_size|lte|20|A,B",
                "deal_size|between|[10,20]|A,B",
                "deal_size|in|[10,30]|A,C",
                "deal_size|is_any_of|[10,30]|A,C",
                "deal_size|not_in|[10,30]|B,D",
                "deal_size|empty||D",
                "deal_size|not_empty||A,B,C",
                "next_steps|contains|\"CALL\"|A,B",
                "next_steps|contain|\"call\"|A,B",
                "next_steps|not_contains|\"call\"|C,D",
                "next_steps|not_contain|\"call\"|C,D",
                "next_steps|starts_with|\"call\"|A",
                "next_steps|ends_with|\"call\"|B",
                "close_date|after|\"2026-01-15\"|B",
                "close_date|before|\"2026-01-15\"|A",
                "stage_name|in|[\"Won\",\"Lead\"]|A,C,D",
                "tags|contains_all|[\"x\",\"y\"]|A",
                "tags|include_all|[\"x\"]|A,B",
                "tags|contains_none|[\"y\"]|B,C,D",
                "tags|exclude_all|[\"x\",\"y\"]|C,D",
                "tags|contains|\"y\"|A",
                "tier|eq|\"gold\"|B",
                "updated_at|gte|\"2026-01-01T00:00:02Z\"|C,D",
                "created_at|between|[\"2026-01-01T00:00:01Z\",\"2026-01-01T02:00:02+02:00\"]|B,C",
                "name|eq|\"a\"|-"
            })
    void everyOperatorFindsWhatItMeans(String field, String operator, String value, String names) {
        String[] deals = {
            "{'name':'A','deal_size':10,'next_steps':'Call him','stage_name':'Won','close_date':1768000000000,'tags':['x','y']}",
            "{'name':'B','deal_size':20,'next_steps':'then call','stage_name':'Lost','close_date':1769000000000,'tags':['x'],'tier':'gold'}",
            "{'name':'C','deal_size':30,'next_steps':'','stage_name':'Won','tags':['z']}",
            "{'name':'D'}"
        };
        for (int i = 0; i < deals.length; i++) {
            Map<String, Object> deal = json(deals[i].replace('\'', '"'));
            deal.put("created_at", START.plusSeconds(i));
            simulator.seed("opportunities", deal);
        }
        String filter = "{\"field\":\"" + field + "\",\"operator\":\"" + operator + "\""
                + (value == null ? "" : ",\"value\":" + value) + "}";
        Api.Answer answer = api.post(
                "/opportunities/search",
                "{\"pipeline_id\":\"" + DEFAULT_PIPELINE_ID + "\",\"sort\":\"name:asc\",\"filters\":[" + filter + "]}");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(String.join(",", Pages.names(answer.data().get("opportunities"))))
                .isEqualTo(names.equals("-") ? "" : names);
    }

    private static Map<String, Object> json(String text) {
        try {
            return Api.JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void filtersAreJoinedByAnd() {
        accounts(10);
        List<JsonNode> found = Pages.readAll(
                api,
                "accounts",
                Map.of(
                        "filters",
                        List.of(
                                Map.of(
                                        "field",
                                        "updated_at",
                                        "operator",
                                        "gt",
                                        "value",
                                        START.plusSeconds(3).toString()),
                                Map.of("field", "domain", "operator", "not_in", "value", List.of("a5.com"))),
                        "sort",
                        Map.of("field", "updated_at", "direction", "asc"),
                        "limit",
                        2));

        assertThat(Pages.names(found)).containsExactly("A4", "A6", "A7", "A8", "A9");
    }

    @Test
    void recordsAreLookedUpByIdDomainAndEmail() {
        accounts(5);
        String id = simulator
                .seed("contacts", Map.of("email", "jo@a.com", "first_name", "Jo"))
                .get("id")
                .toString();

        assertThat(find("contacts", "id", "eq", id)).hasSize(1);
        assertThat(find("contacts", "email", "in", List.of("jo@a.com", "x@a.com")))
                .hasSize(1);
        assertThat(find("accounts", "domain", "in", List.of("a3.com", "a1.com", "zz.com")))
                .hasSize(2);
        assertThat(find("accounts", "id", "eq", id)).isEmpty();
    }

    private List<JsonNode> find(String plural, String field, String operator, Object value) {
        return Pages.readAll(
                api, plural, Map.of("filters", List.of(Map.of("field", field, "operator", operator, "value", value))));
    }

    @Test
    void freeTextIsFoundInNameDomainAndEmail() {
        accounts(3);
        simulator.seed("contacts", Map.of("email", "jo@acme.com", "first_name", "Jo", "last_name", "Bloggs"));

        assertThat(Pages.names(api.get("/accounts?q=A1.C").data().get("accounts")))
                .containsExactly("A1");
        assertThat(Pages.names(api.get("/contacts?q=jo%20blog").data().get("contacts")))
                .containsExactly("Jo Bloggs");
        assertThat(Pages.readAll(api, "contacts", Map.of("q", "ACME"))).hasSize(1);
        assertThat(Pages.readAll(api, "contacts", Map.of("query", "nobody"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,tier", "name&fields=tier", "[\"name\",\"tier\"]"})
    void onlyTheFieldsAskedForAreShownAndAlwaysTheId(String fields) {
        simulator.seed("accounts", Map.of("name", "A", "domain", "a.com", "tier", "gold", "other", 1));
        String query = fields.replace("[", "%5B").replace("]", "%5D").replace("\"", "%22");
        JsonNode record = api.get("/accounts?fields=" + query).data().at("/accounts/0");

        assertThat(record.properties()).extracting(Map.Entry::getKey).containsExactly("id", "name", "custom_fields");
        assertThat(record.get("custom_fields").toString()).isEqualTo("{\"tier\":\"gold\"}");
    }

    @Test
    void opportunitiesAreReadPerPipeline() {
        simulator.seed("opportunities", List.of(Map.of("name", "A"), Map.of("name", "B", "stage_name", "Won")));
        String base = "/opportunities?pipeline_id=" + DEFAULT_PIPELINE_ID;

        assertThat(api.get("/opportunities").error("pipeline_id")).isEqualTo("Pipeline id is required");
        assertThat(api.post("/opportunities/search", Map.of()).error("pipeline_id"))
                .isEqualTo("Pipeline id is required");
        assertThat(api.get("/opportunities?pipeline_id=x").status()).isEqualTo(400);
        assertThat(api.get("/opportunities?pipeline_id=0c7a1a9e-0000-4000-8000-00000000dead")
                        .status())
                .isEqualTo(404);
        assertThat(api.get(base).data().get("opportunities")).hasSize(2);
        assertThat(Pages.names(api.get(base + "&stage_id=" + OctolaneSimulator.STAGE_WON)
                        .data()
                        .get("opportunities")))
                .containsExactly("B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many", "1.5"})
    void aLimitOutsideOneToFiveHundredIsInvalid(String limit) {
        assertThat(api.get("/accounts?limit=" + limit).error("limit")).startsWith("Limit must be");
        assertThat(api.post("/accounts/search", "{\"limit\":\"" + limit + "\"}").status())
                .isEqualTo(400);
        assertThat(api.get("/accounts?limit=500").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filters\":[{\"field\":\"nowhere\",\"operator\":\"eq\",\"value\":1}]}",
                "{\"filters\":[{\"field\":\"name\",\"operator\":\"like\",\"value\":\"x\"}]}",
                "{\"filters\":[{\"field\":\"name\",\"operator\":\"in\",\"value\":\"x\"}]}",
                "{\"filters\":[{\"field\":\"name\",\"operator\":\"between\",\"value\":[1]}]}",
                "{\"filters\":[{\"field\":\"name\",\"operator\":\"eq\"}]}",
                "{\"filters\":[{\"field\":\"name\",\"operator\":\"empty\",\"value\":true}]}",
                "{\"filters\":[{\"field\":\"updated_at\",\"operator\":\"gte\",\"value\":\"yesterday\"}]}",
                "{\"filters\":{}}",
                "{\"sort\":\"industry:asc\"}",
                "{\"sort\":\"name:up\"}",
                "{\"sort\":{\"field\":\"name\",\"direction\":\"up\"}}",
                "{\"sort\":[\"name:asc\",\"id:asc\"]}",
                "{\"cursor\":\"nonsense\"}",
                "{\"page\":2}"
            })
    void aSearchThatTheApiWouldNotUnderstandIsInvalid(String body) {
        assertThat(api.post("/accounts/search", body).status()).isEqualTo(400);
    }

    @Test
    void moreThanFiftyFiltersOrAHundredFieldsAreTooMany() {
        Map<String, Object> filter = Map.of("field", "name", "operator", "not_empty");

        assertThat(api.post("/accounts/search", Map.of("filters", Collections.nCopies(50, filter)))
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/accounts/search", Map.of("filters", Collections.nCopies(51, filter)))
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/accounts/search", Map.of("fields", Collections.nCopies(101, "name")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCursorFitsOnlyTheQueryThatItCameFrom() {
        accounts(5);
        String cursor = api.post("/accounts/search", Map.of("limit", 2, "sort", "updated_at:asc"))
                .data()
                .get("next_cursor")
                .asText();

        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("limit", 3, "sort", "updated_at:asc"),
                Map.of("limit", 2, "sort", "updated_at:desc"),
                Map.of("limit", 2, "sort", "updated_at:asc", "q", "a"),
                Map.of(
                        "limit",
                        2,
                        "sort",
                        "updated_at:asc",
                        "filters",
                        List.of(Map.of("field", "name", "operator", "not_empty"))))) {
            Map<String, Object> body = new HashMap<>(other);
            body.put("cursor", cursor);
            Api.Answer answer = api.post("/accounts/search", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error("cursor")).isEqualTo("Cursor belongs to another query");
        }
        assertThat(api.post("/contacts/search", Map.of("limit", 2, "sort", "updated_at:asc", "cursor", cursor))
                        .status())
                .isEqualTo(400);
        Map<String, Object> same =
                Map.of("limit", 2, "cursor", cursor, "sort", Map.of("field", "updated_at", "direction", "asc"));
        assertThat(Pages.names(api.post("/accounts/search", same).data().get("accounts")))
                .containsExactly("A2", "A3");
    }
}
