// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneValidationException;
import com.octolane.camel.model.Account;
import com.octolane.camel.model.Opportunity;
import com.octolane.camel.model.SearchFilter;
import com.octolane.camel.model.SearchRequest;
import com.octolane.camel.simulator.Fault;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import com.octolane.camel.simulator.RetryAfterForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What list and search ask for, and what they make of the answer. */
class ReadTest extends Simulated {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final OctolaneSimulatorExtension CRM = OctolaneSimulatorExtension.of(OctolaneSimulator.builder());

    private void accounts(int count) {
        IntStream.range(0, count)
                .forEach(i -> simulator.seed(
                        "accounts", Map.of("domain", "a" + i + ".com", "name", "A" + i, "founded", 1900 + i)));
    }

    private JsonNode lastBody() {
        try {
            return JSON.readTree(
                    simulator.wireMock().getAllServeEvents().get(0).getRequest().getBodyAsString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int calls() {
        return simulator.wireMock().getAllServeEvents().size();
    }

    private Exchange ask(String uri, Object body, Map<String, Object> headers) {
        Exchange answer = template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
        if (answer.getException() != null) {
            throw org.apache.camel.RuntimeCamelException.wrapRuntimeCamelException(answer.getException());
        }
        return answer;
    }

    private static List<?> records(Exchange answer) {
        return answer.getMessage().getBody(List.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | Acme                    | eq           | 'Acme'",
                "name | eq:Acme                 | eq           | 'Acme'",
                "name | is:Acme                 | eq           | 'Acme'",
                "name | neq:Acme                | neq          | 'Acme'",
                "name | is_not:Acme             | neq          | 'Acme'",
                "name | contains:cm             | contains     | 'cm'",
                "name | contain:cm              | contains     | 'cm'",
                "name | not_contains:cm         | not_contains | 'cm'",
                "name | not_contain:cm          | not_contains | 'cm'",
                "name | starts_with:A           | starts_with  | 'A'",
                "name | ends_with:e             | ends_with    | 'e'",
                "name | in:Acme, Other          | in           | ['Acme','Other']",
                "name | is_any_of:Acme          | in           | ['Acme']",
                "name | not_in:Acme,Other       | not_in       | ['Acme','Other']",
                "founded | gt:1999              | gt           | 1999",
                "founded | greater_than:1999.5  | gt           | 1999.5",
                "created_at | after:2026-01-01T00:00:00Z | gt  | '2026-01-01T00:00:00Z'",
                "founded | gte:1999             | gte          | 1999",
                "founded | lt:1999              | lt           | 1999",
                "founded | less_than:1999       | lt           | 1999",
                "created_at | before:2026-01-01T00:00:00Z | lt | '2026-01-01T00:00:00Z'",
                "founded | lte:1999             | lte          | 1999",
                "founded | between:1990,1999    | between      | [1990,1999]",
                "name | empty                   | empty        | ",
                "name | not_empty               | not_empty    | ",
                "tags | contains_all:a,b        | contains_all | ['a','b']",
                "tags | include_all:a           | contains_all | ['a']",
                "tags | contains_none:a,b       | contains_none| ['a','b']",
                "tags | exclude_all:b           | contains_none| ['b']",
                "founded | 1999                 | eq           | 1999",
                "name | 1999                    | eq           | '1999'",
                "name | https://acme.com        | eq           | 'https://acme.com'",
            })
    void aFilterOfTheUriIsSentInCanonicalForm(String field, String condition, String operator, String value)
            throws IOException {
        ask("octolane:account?operation=search&filter." + field + "=RAW(" + condition + ")", null, Map.of());

        JsonNode filter = lastBody().path("filters").path(0);
        assertThat(filter.path("field").asText()).isEqualTo(field);
        assertThat(filter.path("operator").asText()).isEqualTo(operator);
        if (value == null) {
            assertThat(filter.has("value")).isFalse();
        } else {
            assertThat(filter.path("value").toString())
                    .isEqualTo(JSON.readTree(value.startsWith("[") ? value.replace('\'', '"') : quoted(field, value))
                            .toString());
        }
    }

    /** CsvSource takes the quotes off a single text: what is asked of a number was none. */
    private static String quoted(String field, String value) {
        return field.equals("founded") ? value : '"' + value + '"';
    }

    @ParameterizedTest
    @ValueSource(strings = {"near:Acme", "between:1", "between:1,2,3", "empty:x", "in:"})
    void aFilterThatCannotBeReadKeepsTheRouteFromStartingAndNamesItsField(String condition) {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:x").to("octolane:account?operation=search&filter.founded=RAW(" + condition + ")");
                    }
                }))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*(founded|near).*");
    }

    @Test
    void moreThanFiftyFiltersAreRefused() {
        List<SearchFilter> filters = new ArrayList<>();
        IntStream.range(0, 51).forEach(i -> {
            SearchFilter filter = new SearchFilter();
            filter.setField("name");
            filter.setOperator("neq");
            filter.setValue("A" + i);
            filters.add(filter);
        });
        assertThatThrownBy(() ->
                        ask("octolane:account?operation=search", null, Map.of(OctolaneConstants.FILTERS, filters)))
                .hasMessageContaining("51 filters");
        assertThat(calls()).isZero();
    }

    @Test
    void everythingThatIsAskedForMayComeByHeader() {
        accounts(3);
        Exchange answer = ask(
                "octolane:account?operation=search&query=nobody&sort=name:asc&fields=industry&pageSize=7&filter.name=X",
                null,
                Map.of(
                        OctolaneConstants.QUERY, "a",
                        OctolaneConstants.FILTERS, Map.of("founded", "gte:1901"),
                        OctolaneConstants.SORT, "name:desc",
                        OctolaneConstants.FIELDS, "name,domain",
                        OctolaneConstants.PAGE_SIZE, 1));

        assertThat(lastBody().toString())
                .isEqualTo("{\"query\":\"a\",\"filters\":[{\"field\":\"founded\",\"operator\":\"gte\",\"value\":1901}],"
                        + "\"sort\":\"name:desc\",\"fields\":[\"name\",\"domain\"],\"limit\":1}");
        assertThat(records(answer)).hasSize(1).first().asString().contains("name=A2");
        assertThat(answer.getMessage().getHeaders())
                .containsEntry(OctolaneConstants.HAS_MORE, true)
                .containsKey(OctolaneConstants.NEXT_CURSOR)
                .containsKey(OctolaneConstants.CUSTOM_FIELD_DEFINITIONS);
    }

    @Test
    void theBodyOfASearchGoesBeforeHeadersAndOptions() {
        SearchFilter filter = new SearchFilter();
        filter.setField("name");
        filter.setOperator("is_any_of");
        filter.setValue(List.of("A1", "A2"));
        SearchRequest request = new SearchRequest();
        request.setQuery("a");
        request.setFilters(List.of(filter));
        request.setSort("name");
        request.setLimit(5);
        String expected =
                "{\"query\":\"a\",\"filters\":[{\"field\":\"name\",\"operator\":\"in\",\"value\":[\"A1\",\"A2\"]}],"
                        + "\"sort\":\"name:asc\",\"limit\":5}";
        String json = "{\"q\":\"a\",\"filters\":[{\"field\":\"name\",\"operator\":\"in\",\"value\":[\"A1\",\"A2\"]}],"
                + "\"sort\":{\"field\":\"name\"},\"limit\":5}";

        for (Object body : List.of(request, JSON.convertValue(request, Map.class), json, json.getBytes())) {
            ask(
                    "octolane:account?operation=search&pageSize=9",
                    body,
                    Map.of(OctolaneConstants.QUERY, "other", OctolaneConstants.SORT, "domain:desc"));
            assertThat(lastBody()).hasToString(expected);
        }
    }

    @Test
    void filtersAsAnOptionMayBeJsonOrABean() {
        SearchFilter filter = new SearchFilter();
        filter.setField("name");
        filter.setOperator("eq");
        filter.setValue("A1");
        context.getRegistry().bind("named", List.of(filter));
        accounts(3);
        for (String filters :
                List.of("#bean:named", "RAW([{\"field\":\"name\",\"value\":\"A1\"}])", "RAW({\"name\":\"A1\"})")) {
            Exchange answer = ask("octolane:account?operation=search&filters=" + filters, null, Map.of());
            assertThat(records(answer)).as(filters).hasSize(1);
        }
    }

    @Test
    void aListAsksByGetAndKnowsNeitherFiltersNorSort() {
        accounts(2);
        ask("octolane:account?operation=list&query=a b&fields=name,domain&filter.name=X", null, Map.of());
        assertThat(simulator.wireMock().getAllServeEvents().get(0).getRequest().getUrl())
                .isEqualTo("/v1/accounts?q=a%20b&limit=100&fields=name%2Cdomain");
    }

    @Test
    @Tag("A-08")
    void opportunitiesAreReadFromOnePipelineAndOneStage() {
        Exchange answer = ask(
                "octolane:opportunity?operation=search",
                null,
                Map.of(
                        OctolaneConstants.PIPELINE_ID,
                        DEFAULT_PIPELINE_ID,
                        OctolaneConstants.STAGE_ID,
                        OctolaneSimulator.STAGE_WON));
        assertThat(records(answer)).isEmpty();
        assertThat(lastBody().path("pipeline_id").asText()).isEqualTo(DEFAULT_PIPELINE_ID);
        assertThat(lastBody().path("stage_id").asText()).isEqualTo(OctolaneSimulator.STAGE_WON);
        assertThatThrownBy(() -> ask("octolane:opportunity?operation=search", null, Map.of()))
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("pipeline_id");
    }

    @Test
    @Tag("A-18")
    void pagesAreReadOneByOneWithTheCursorOfTheLast() {
        accounts(5);
        List<Object> read = new ArrayList<>();
        Map<String, Object> headers = Map.of();
        Exchange answer;
        do {
            answer = ask("octolane:account?operation=search&pageSize=2&sort=name:asc", null, headers);
            read.addAll(records(answer));
            // what is left over must not reach the query of another step
            assertThat(answer.getMessage().getHeader(OctolaneConstants.CURSOR)).isNull();
            Object cursor = answer.getMessage().getHeader(OctolaneConstants.NEXT_CURSOR);
            headers = cursor == null ? Map.of() : Map.of(OctolaneConstants.CURSOR, cursor);
        } while (answer.getMessage().getHeader(OctolaneConstants.HAS_MORE, boolean.class));

        assertThat(read).hasSize(5);
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void aCursorOfAnotherQueryIsRefusedByTheApi() {
        accounts(5);
        Object cursor = ask("octolane:account?operation=search&pageSize=2", null, Map.of())
                .getMessage()
                .getHeader(OctolaneConstants.NEXT_CURSOR);
        assertThatThrownBy(() -> ask(
                        "octolane:account?operation=search&pageSize=3", null, Map.of(OctolaneConstants.CURSOR, cursor)))
                .isInstanceOf(OctolaneValidationException.class);
    }

    @Test
    void allGathersEveryPage() {
        accounts(25);
        Exchange answer = ask("octolane:account?operation=list&paging=all&pageSize=10", null, Map.of());
        assertThat(records(answer)).hasSize(25);
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    @Tag("A-16")
    void everyRecordIsReadOnceWhateverTheSizeOfAPage() {
        accounts(130);
        Exchange answer = ask("octolane:account?operation=list&paging=all&pageSize=20", null, Map.of());
        assertThat(records(answer)).hasSize(130).doesNotHaveDuplicates();
    }

    /** Where answers tell a limit, as one a minute, it is kept to: beyond it, calls are refused. */
    @Test
    @Tag("A-13")
    void callsKeepToTheLimitThatAnswersTell() {
        ask("octolane:account?operation=list", null, Map.of());
        HttpHeader told = simulator
                .wireMock()
                .getAllServeEvents()
                .get(0)
                .getResponse()
                .getHeaders()
                .getHeader("X-RateLimit-Limit");
        double perMinute = told.isPresent() ? Integer.parseInt(told.firstValue()) : 6000;
        // a little more, since calls do not take the same time each
        simulator.faults().rateLimit(perMinute / 50, RetryAfterForm.SECONDS);
        for (int i = 0; i < 2; i++) {
            ask("octolane:account?operation=list", null, Map.of());
        }
        assertThat(simulator.faults().rateLimitedCount()).isZero();
    }

    @Test
    void aStreamReadsAPageWhenItIsNeededAndIsClosedWhenItIsAbandoned() throws Exception {
        accounts(30);
        List<Object> held = new ArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream")
                        .to("octolane:account?operation=search&paging=stream&pageSize=10")
                        .process(exchange -> {
                            Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
                            IntStream.range(0, 11).forEach(i -> records.next());
                            held.add(records);
                        });
            }
        });
        template.sendBody("direct:stream", null);

        assertThat(calls()).isEqualTo(2);
        assertThat(((Iterator<?>) held.get(0)).hasNext()).isFalse();
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aStreamThatFailsOnALaterPageFailsTheExchange() throws Exception {
        accounts(30);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream")
                        .to("octolane:account?operation=search&paging=stream&pageSize=10&maxRetries=0")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .to("mock:record");
            }
        });
        simulator.faults().onCall(2, Fault.STATUS_503);

        try (LogLines lines = new LogLines(Level.WARN)) {
            Exchange answer = template.request("direct:stream", exchange -> {});

            assertThat(answer.getException()).hasStackTraceContaining("503");
            // Camel's splitter asks once more in the end, and logs what it is told then
            assertThat(lines.texts()).isNotEmpty().allMatch(line -> line.contains("503"));
        }
        assertThat(context.getEndpoint("mock:record", MockEndpoint.class).getReceivedCounter())
                // Camel looks one record ahead
                .isBetween(9, 10);
    }

    @Test
    void aRateLimitInTheMiddleOfPagingRepeatsThatPageOnly() {
        accounts(30);
        simulator.faults().onCall(2, Fault.RATE_LIMITED);
        Exchange answer = ask("octolane:account?operation=search&paging=all&pageSize=10", null, Map.of());
        assertThat(records(answer)).hasSize(30);
        assertThat(calls()).isEqualTo(4);
    }

    @Test
    void recordsComeInTheFormThatIsAskedFor() throws IOException {
        accounts(2);
        List<?> models = ask("octolane:account?operation=search&outputFormat=model&sort=name:asc", null, Map.of())
                .getMessage()
                .getBody(List.class);
        assertThat(models).hasOnlyElementsOfType(Account.class);
        assertThat(((Account) models.get(1)).getName()).isEqualTo("A1");

        String json = ask("octolane:account?operation=search&outputFormat=json", null, Map.of())
                .getMessage()
                .getBody(String.class);
        assertThat(JSON.readTree(json).isArray()).isTrue();
        assertThat(JSON.readTree(json)).hasSize(2);

        Iterator<?> stream = ask("octolane:account?operation=search&outputFormat=json&paging=stream", null, Map.of())
                .getMessage()
                .getBody(Iterator.class);
        assertThat(stream).isNotNull();

        Object one = ask("octolane:account?operation=get&outputFormat=json", "a1.com", Map.of())
                .getMessage()
                .getBody();
        assertThat(JSON.readTree((String) one).path("name").asText()).isEqualTo("A1");
    }

    @Test
    void aDealThatIsReadKeepsWhatTheModelDoesNotKnow() {
        simulator.seed(
                "opportunities",
                Map.of("name", "Acme", "pipeline_id", DEFAULT_PIPELINE_ID, "deal_size", 12.5, "colour", "red"));
        simulator.world().extraFields(true);
        List<?> deals = ask(
                        "octolane:opportunity?operation=list&outputFormat=model&pipelineId=" + DEFAULT_PIPELINE_ID,
                        null,
                        Map.of())
                .getMessage()
                .getBody(List.class);
        Opportunity deal = (Opportunity) deals.get(0);
        assertThat(deal.getName()).isEqualTo("Acme");
        assertThat(JSON.valueToTree(deal).toString()).contains("\"colour\":\"red\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aPageSizeThatTheApiWouldRefuseIsRefusedBefore(int size) {
        assertThatThrownBy(
                        () -> ask("octolane:account?operation=list", null, Map.of(OctolaneConstants.PAGE_SIZE, size)))
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("1 to 500");
        assertThat(calls()).isZero();
    }
}
