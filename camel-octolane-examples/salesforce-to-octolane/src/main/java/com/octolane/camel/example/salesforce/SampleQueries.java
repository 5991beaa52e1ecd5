// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the queries of this example from records in memory, in pages: changes since a moment, oldest first. */
final class SampleQueries implements ResponseTransformerV2 {

    static final String NAME = "salesforce-queries";
    static final int PAGE = 20;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX").withZone(ZoneOffset.UTC);
    private static final Pattern QUERY = Pattern.compile(
            "SELECT (?<fields>.*) FROM (?<object>Account|Contact|Opportunity) +(?:WHERE SystemModstamp >= (?<since>\\S+) +)?ORDER BY SystemModstamp, Id");

    private static final Pattern CHILDREN = Pattern.compile("\\(SELECT .*? FROM (\\w+)\\)");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, Map<String, Object>>> records = new ConcurrentHashMap<>();
    /** Answers that have more pages, by their locator. */
    private final Map<String, List<Map<String, Object>>> cursors = new ConcurrentHashMap<>();

    void add(String object, Instant changed, Map<String, Object> fields) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("attributes", Map.of("type", object, "url", "/services/data/v60.0/sobjects/" + object));
        record.putAll(fields);
        record.put("SystemModstamp", STAMP.format(changed));
        records.computeIfAbsent(object, o -> new ConcurrentHashMap<>()).put((String) fields.get("Id"), record);
    }

    void change(String object, String id, Map<String, ?> fields) {
        records.get(object).computeIfPresent(id, (i, before) -> {
            Map<String, Object> after = new LinkedHashMap<>(before);
            after.putAll(fields);
            after.put("SystemModstamp", STAMP.format(Instant.now()));
            return after;
        });
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        try {
            if (request.queryParameter("q").isPresent()) {
                Matcher query = QUERY.matcher(request.queryParameter("q").firstValue());
                return query.matches()
                        ? page(response, locator(query), 0)
                        : answer(
                                response,
                                400,
                                List.of(Map.of("message", "unexpected token", "errorCode", "MALFORMED_QUERY")));
            }
            String[] cursor = request.getUrl().replaceFirst(".*/", "").split("-");
            return page(response, cursor[0], Integer.parseInt(cursor[1]));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String locator(Matcher query) {
        Instant from = query.group("since") == null ? Instant.MIN : Instant.parse(query.group("since"));
        Set<String> fields = fields(query.group("fields"));
        String locator = "01g%015d".formatted(cursors.size());
        cursors.put(
                locator,
                records.getOrDefault(query.group("object"), Map.of()).values().stream()
                        .filter(each -> !stamp(each).isBefore(from))
                        .sorted(Comparator.comparing(SampleQueries::stamp)
                                .thenComparing(each -> (String) each.get("Id")))
                        .map(each -> only(fields, each))
                        .toList());
        return locator;
    }

    /** The names that an answer has for what was asked: a relation for its fields, the children for a query of them. */
    private static Set<String> fields(String asked) {
        Set<String> fields = new HashSet<>(Set.of("attributes"));
        for (String field : CHILDREN.matcher(asked).replaceAll("$1").split(", *")) {
            fields.add(field.replaceFirst("[.].*", ""));
        }
        return fields;
    }

    private static Map<String, Object> only(Set<String> fields, Map<String, Object> record) {
        Map<String, Object> answered = new LinkedHashMap<>(record);
        answered.keySet().retainAll(fields);
        return answered;
    }

    private static Instant stamp(Map<String, Object> record) {
        return Positions.read((String) record.get("SystemModstamp"));
    }

    private Response page(Response response, String locator, int from) throws JsonProcessingException {
        List<Map<String, Object>> all = cursors.get(locator);
        int to = Math.min(all.size(), from + PAGE);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("totalSize", all.size());
        answer.put("done", to == all.size());
        if (to < all.size()) {
            answer.put("nextRecordsUrl", "/services/data/v60.0/query/" + locator + "-" + to);
        }
        answer.put("records", all.subList(from, to));
        return answer(response, 200, answer);
    }

    private Response answer(Response response, int status, Object body) throws JsonProcessingException {
        return Response.Builder.like(response)
                .but()
                .status(status)
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json;charset=UTF-8")))
                .body(json.writeValueAsString(body))
                .build();
    }
}
