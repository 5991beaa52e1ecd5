// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.Filter;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.client.Page;
import com.octolane.camel.client.PageSource;
import com.octolane.camel.client.PagedRecords;
import com.octolane.camel.client.Query;
import com.octolane.camel.mapping.NaturalKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The operations that read records: {@code get}, {@code list} and {@code search}. */
final class RecordQueries {

    private final OctolaneConfiguration options;
    private final OctolaneObject object;
    private final OctolaneClient client;
    private final ProducerHeaders headers;
    private final QueryReader queries;
    private final Output output;

    RecordQueries(OctolaneEndpoint endpoint, OctolaneClient client, ProducerHeaders headers, Output output) {
        this.options = endpoint.getConfiguration();
        this.object = endpoint.getObject();
        this.client = client;
        this.headers = headers;
        this.queries = new QueryReader(object, options, endpoint.getComponent().objectMapper());
        this.output = output;
    }

    void list(Exchange exchange) {
        read(exchange, queries.ofHeaders(exchange.getMessage()), client::list);
    }

    void search(Exchange exchange) {
        read(exchange, queries.ofBody(exchange.getMessage()), client::search);
    }

    void get(Message message) {
        Object body = message.getBody();
        String key = body instanceof String text && !text.isBlank() ? text.strip() : headers.recordId(message);
        if (key == null) {
            throw new OctolaneMappingException(List.of(Problem.of(
                    "id",
                    body,
                    "an id, a domain or an e-mail address, as the body, header"
                            + " CamelOctolaneRecordId or option recordId")));
        }
        // assumption A-09
        String field = Uuids.isUuid(key) ? "id" : object.naturalKey();
        if (object == OctolaneObject.opportunity) {
            Uuids.require("id", key);
        }
        // what was written is found under each spelling in which it can be written
        List<String> spellings = field.equals("id") ? List.of(key) : NaturalKeys.spellings(object, key);
        Filter filter = spellings.size() == 1 ? new Filter(field, "eq", key) : new Filter(field, "in", spellings);
        Query query = queries.ofHeaders(message).query().forOne(filter);
        Page page = client.search(object, query, null);
        // a server that ignores the filter must not pass another record off as this one
        Map<String, Object> found = page.records().stream()
                .filter(record -> spellings.stream().anyMatch(String.valueOf(record.get(field))::equalsIgnoreCase))
                .findFirst()
                .orElse(null);
        message.setHeader(OctolaneConstants.FOUND, found != null);
        message.setHeader(OctolaneConstants.STATUS_CODE, page.status());
        message.setHeader(OctolaneConstants.CUSTOM_FIELD_DEFINITIONS, page.definitions());
        headers.identify(message, found == null ? null : String.valueOf(found.get("id")));
        message.setBody(found == null ? null : output.record(found));
    }

    /** Reads one page of an object. */
    @FunctionalInterface
    private interface PageCall {
        Page read(OctolaneObject object, Query query, String cursor);
    }

    private void read(Exchange exchange, QueryReader.Ask ask, PageCall call) {
        Message message = exchange.getMessage();
        PageSource source = (query, cursor) -> call.read(object, query, cursor);
        PagedRecords records = new PagedRecords(source, ask.query(), ask.cursor());
        // it fits this query alone: left over, it would reach the next one
        message.removeHeader(OctolaneConstants.CURSOR);
        message.setHeader(
                OctolaneConstants.CUSTOM_FIELD_DEFINITIONS, records.page().definitions());
        message.setHeader(OctolaneConstants.STATUS_CODE, records.page().status());
        headers.identify(message, null);
        switch (options.getPaging()) {
            case page -> {
                message.setHeader(OctolaneConstants.HAS_MORE, records.page().hasMore());
                ProducerHeaders.set(
                        message, OctolaneConstants.NEXT_CURSOR, records.page().nextCursor());
                message.setBody(output.list(records.page().records()));
            }
            case all -> {
                List<Map<String, Object>> all = new ArrayList<>();
                records.forEachRemaining(all::add);
                message.setBody(output.list(all));
            }
            case stream -> {
                RecordStream stream = new RecordStream(records, output::record);
                exchange.getExchangeExtension().addOnCompletion(stream);
                message.setBody(stream);
            }
        }
    }
}
