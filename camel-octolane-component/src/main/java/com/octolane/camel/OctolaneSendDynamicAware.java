// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Lets {@code toD} use one producer for URIs that differ only in what a header can say too. The options that differ
 * become headers for the one call; as always, a header that the message has already goes before the option.
 */
@SendDynamic("octolane")
public class OctolaneSendDynamicAware extends SendDynamicAwareSupport {

    private static final String FILTER = "filter.";

    private static final Map<String, String> HEADERS = Map.of(
            "operation", OctolaneConstants.OPERATION,
            "recordId", OctolaneConstants.RECORD_ID,
            "pipelineId", OctolaneConstants.PIPELINE_ID,
            "stageId", OctolaneConstants.STAGE_ID,
            "query", OctolaneConstants.QUERY,
            "sort", OctolaneConstants.SORT,
            "fields", OctolaneConstants.FIELDS,
            "pageSize", OctolaneConstants.PAGE_SIZE);

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        return new Entry(uri, originalUri, options(uri));
    }

    /** A URI with what is dynamic in it, found once for all that is done with it. */
    private static final class Entry extends DynamicAwareEntry {

        /** The options whose values the route computed, and which a header can say too. */
        private final Map<String, Object> dynamic;

        Entry(String uri, String originalUri, Map<String, Object> options) throws Exception {
            super(uri, originalUri, options, null);
            dynamic = dynamic(options, options(originalUri));
        }
    }

    private static Map<String, Object> options(String uri) throws Exception {
        return URISupport.parseQuery(URISupport.extractQuery(uri));
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> options = new LinkedHashMap<>(entry.getProperties());
        options.keySet().removeAll(((Entry) entry).dynamic.keySet());
        String path = StringHelper.before(entry.getUri(), "?", entry.getUri());
        return options.isEmpty() ? path : path + '?' + URISupport.createQueryString(options);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> headers = headers(exchange.getMessage(), entry);
        return each -> each.getMessage().getHeaders().putAll(headers);
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> headers = headers(exchange.getMessage(), entry);
        // these two tell what the call was about
        headers.remove(OctolaneConstants.RECORD_ID);
        headers.remove(OctolaneConstants.OBJECT);
        return each -> headers.keySet().forEach(each.getMessage()::removeHeader);
    }

    private static Map<String, Object> dynamic(Map<String, Object> options, Map<String, Object> written) {
        Map<String, Object> dynamic = new LinkedHashMap<>();
        options.forEach((option, value) -> {
            if (HEADERS.containsKey(option) && !value.equals(written.get(option))) {
                dynamic.put(option, value);
            }
        });
        Map<String, Object> filters = new LinkedHashMap<>();
        options.forEach((option, value) -> {
            if (option.startsWith(FILTER)) {
                filters.put(option, value);
            }
        });
        // the header stands for all filters at once
        boolean same =
                filters.entrySet().stream().allMatch(each -> each.getValue().equals(written.get(each.getKey())));
        if (!same && !options.containsKey("filters")) {
            dynamic.putAll(filters);
        }
        return dynamic;
    }

    private static Map<String, Object> headers(Message message, DynamicAwareEntry entry) {
        Map<String, Object> dynamic = new LinkedHashMap<>(((Entry) entry).dynamic);
        URISupport.resolveRawParameterValues(dynamic);
        Map<String, Object> headers = new LinkedHashMap<>();
        Map<String, Object> filters = new LinkedHashMap<>();
        dynamic.forEach((option, value) -> {
            if (option.startsWith(FILTER)) {
                filters.put(option.substring(FILTER.length()), value);
            } else if (option.equals("recordId")) {
                addRecordId(message, entry, value, headers);
            } else {
                addUnlessThere(message, HEADERS.get(option), value, headers);
            }
        });
        if (!filters.isEmpty()) {
            addUnlessThere(message, OctolaneConstants.FILTERS, filters, headers);
        }
        return headers;
    }

    private static void addUnlessThere(Message message, String header, Object value, Map<String, Object> headers) {
        if (message.getHeader(header) == null) {
            headers.put(header, value);
        }
    }

    /** An id that was left over from another object's record gives way. */
    private static void addRecordId(
            Message message, DynamicAwareEntry entry, Object value, Map<String, Object> headers) {
        String path = StringHelper.before(entry.getUri(), "?", entry.getUri());
        String object = OctolaneObject.of(StringHelper.after(path, ":", path).replace("/", ""))
                .name();
        String owner = message.getHeader(OctolaneConstants.OBJECT, String.class);
        if (message.getHeader(OctolaneConstants.RECORD_ID) == null || owner != null && !owner.equals(object)) {
            headers.put(OctolaneConstants.RECORD_ID, value);
            headers.put(OctolaneConstants.OBJECT, object);
        }
    }
}
