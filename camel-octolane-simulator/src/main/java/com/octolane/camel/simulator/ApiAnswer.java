// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer before it is written: its status, its JSON envelope, and how many records it is about (null: no telling). */
record ApiAnswer(int status, Map<String, Object> envelope, Integer rows) {

    ApiAnswer about(int records) {
        return new ApiAnswer(status, envelope, records);
    }

    static ApiAnswer success(int status, String message, Object data) {
        ApiAnswer answer = success(status, message);
        answer.envelope().put("data", data);
        return answer;
    }

    static ApiAnswer success(int status, String message) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", true);
        envelope.put("statusCode", status);
        envelope.put("message", message);
        return new ApiAnswer(status, envelope, null);
    }

    static ApiAnswer failure(int status, String message, Map<String, String> errors) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", false);
        envelope.put("statusCode", status);
        envelope.put("message", message);
        envelope.put("errors", errors);
        return new ApiAnswer(status, envelope, null);
    }
}
