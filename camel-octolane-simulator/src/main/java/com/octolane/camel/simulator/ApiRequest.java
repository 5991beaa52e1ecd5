// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.List;
import java.util.Map;

/** What a handler sees of a call: {@code path} without the query, {@code variables} from the route's template. */
record ApiRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        String apiKey,
        byte[] body,
        Map<String, String> variables) {

    ApiRequest withVariables(Map<String, String> found) {
        return new ApiRequest(method, path, query, apiKey, body, found);
    }

    String variable(String name) {
        return variables.get(name);
    }

    /** The first value of a query parameter, or null. */
    String parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}
