// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.octolane.camel.client.OctolaneApiException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service answered to one request.
 *
 * @param status  the status as the body tells it, else the HTTP status
 * @param http    the HTTP status
 * @param data    the data of a success, else missing
 * @param problem what the service says is wrong, without personal data; null for a success
 * @param error   the body of an error, else missing
 */
record Reply(int status, int http, JsonNode data, String problem, JsonNode error) {

    static Reply success(int status, JsonNode data) {
        return new Reply(status, status, data, null, MissingNode.getInstance());
    }

    static Reply refused(OctolaneApiException e, String problem, JsonNode body) {
        return new Reply(e.getBodyStatusCode(), e.getStatusCode(), MissingNode.getInstance(), problem, body);
    }

    boolean isSuccess() {
        return problem == null;
    }

    /** The records of a page; empty where there is no such list. */
    List<JsonNode> records(String plural) {
        List<JsonNode> records = new ArrayList<>();
        data.path(plural).forEach(records::add);
        return records;
    }

    /** How reports tell of a refusal. */
    String refusal() {
        return "refused with " + status + " (\"" + problem + "\")";
    }
}
