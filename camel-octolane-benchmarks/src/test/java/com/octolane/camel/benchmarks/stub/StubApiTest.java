// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.benchmarks.WithStub;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubApiTest extends WithStub {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static JsonNode call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stub.uri().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(
                CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    @Test
    void noAnswerComesBeforeTheDelayIsOver() throws Exception {
        stub.set("{\"delayMillis\":30}");
        for (int i = 0; i < 20; i++) {
            long since = System.nanoTime();
            call("GET", "/accounts?limit=1", "");
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        }
        stub.set("{\"delayMillis\":0}");
    }

    @Test
    void pagesHaveEachRecordOnceAndTheOldestFirstWhereThatIsAskedFor() throws Exception {
        stub.set("{\"records\":25,\"pageSize\":10}");
        List<String> ids = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = "null";
        do {
            JsonNode data = call(
                            "POST",
                            "/v1/accounts/search",
                            "{\"sort\":\"updated_at:asc\",\"limit\":500,\"cursor\":" + cursor + "}")
                    .path("data");
            data.path("accounts").forEach(each -> {
                ids.add(each.path("id").textValue());
                times.add(each.path("updated_at").textValue());
            });
            cursor = data.path("next_cursor").toString();
        } while (!cursor.equals("null"));

        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
        assertThat(times).isSorted().doesNotHaveDuplicates().startsWith("2025-01-01T00:00:00.000000Z");
    }

    @Test
    void aSearchFromATimeOnBeginsWithTheFirstRecordThatIsNotOlder() throws Exception {
        stub.set("{\"records\":100000,\"pageSize\":3}");
        JsonNode data = call(
                        "POST",
                        "/v1/contacts/search",
                        "{\"filters\":[{\"field\":\"updated_at\",\"operator\":\"gte\",\"value\":"
                                + "\"2025-01-02T00:00:00.500Z\"}],\"sort\":\"updated_at:asc\",\"limit\":2}")
                .path("data");

        assertThat(data.path("contacts")).hasSize(2);
        assertThat(data.at("/contacts/0/updated_at").textValue()).isEqualTo("2025-01-02T00:00:01.000000Z");
        assertThat(data.at("/contacts/1/email").textValue()).isEqualTo("person-000086402@company-000086402.example");
    }

    @Test
    void aLookUpFindsWhateverIsAskedForUnderTheIdThatACreateGivesIt() throws Exception {
        JsonNode created = call("POST", "/accounts", "{\"domain\":\"company-000000017.example\"}");
        JsonNode found = call(
                "POST",
                "/accounts/search",
                "{\"filters\":[{\"field\":\"domain\",\"operator\":\"in\",\"value\":"
                        + "[\"company-000000003.example\",\"company-000000017.example\"]}]}");

        assertThat(found.at("/data/accounts")).hasSize(2);
        assertThat(found.at("/data/accounts/1/domain").textValue()).isEqualTo("company-000000017.example");
        assertThat(found.at("/data/accounts/1/id")).isEqualTo(created.at("/data/id"));
    }

    @Test
    void badRowsAreRefusedAndCountedByTheNameOfTheirPlaceOrWithoutOne() throws Exception {
        String rows = "[{\"opportunity\":{\"name\":\"Good\"}},{\"opportunity\":{\"name\":\"BAD 1\"}}]";
        stub.set("{\"narrowing\":\"named\"}");
        JsonNode named = call("POST", "/opportunities/bulk", rows);
        assertThat(named.at("/errors/[1].name").textValue()).contains("BAD");
        assertThat(stub.counts().path("refusedRows").intValue()).isEqualTo(2);

        stub.set("{\"narrowing\":\"unnamed\"}");
        assertThat(call("POST", "/opportunities/bulk", rows).at("/errors/name").textValue())
                .contains("BAD");

        stub.set("{\"narrowing\":\"none\"}");
        assertThat(call("POST", "/opportunities/bulk", rows).path("data")).hasSize(2);
        assertThat(stub.counts().at("/records/bulkCreate").intValue()).isEqualTo(2);
        assertThat(stub.counts().at("/calls/bulkCreate").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "octolane:account?initialDelay=0&scan=filter&splitResults=false",
                "octolane:contact?initialDelay=0&scan=newestFirst&splitResults=false",
                "octolane:opportunity?operation=list&paging=stream&pageSize=500"
            })
    void theComponentReadsEveryRecordOnce(String uri) throws Exception {
        stub.set("{\"records\":1234,\"pageSize\":500}");
        Set<Object> ids = ConcurrentHashMap.newKeySet();
        CountDownLatch left = new CountDownLatch(1234);
        try (CamelContext context = new DefaultCamelContext()) {
            OctolaneComponent octolane = context.getComponent("octolane", OctolaneComponent.class);
            octolane.getConfiguration().setApiKey("of the stub");
            octolane.getConfiguration().setBaseUrl(stub.uri().toString());
            octolane.getConfiguration().setPipelineId(Samples.PIPELINE);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    ProcessorDefinition<?> records = uri.contains("paging")
                            ? from("timer:once?repeatCount=1&delay=0").to(uri)
                            : from(uri);
                    records.split(body()).streaming().process(each -> {
                        ids.add(each.getMessage().getBody(Map.class).get("id"));
                        left.countDown();
                    });
                }
            });
            context.start();

            assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ids).hasSize(1234);
        int calls = stub.counts().at("/calls/search").intValue()
                + stub.counts().at("/calls/list").intValue();
        assertThat(calls).isBetween(3, 5);
    }
}
