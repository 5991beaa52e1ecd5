// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StubApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static StubProcess stub;

    @BeforeAll
    static void start() throws Exception {
        stub = StubProcess.start();
    }

    @AfterAll
    static void stop() throws Exception {
        stub.close();
    }

    private static JsonNode call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stub.uri().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body());
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
}
