// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.Map;

/** An answer that is an error; the router turns it into the error envelope. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> errors;

    ApiException(int status, String message, Map<String, String> errors) {
        super(message, null, false, false);
        this.status = status;
        this.errors = errors;
    }

    static ApiException invalid(Map<String, String> errors) {
        return new ApiException(400, "Validation error", errors);
    }

    static ApiException invalid(String field, String text) {
        return invalid(Map.of(field, text));
    }

    static ApiException notFound(Map<String, String> errors) {
        return new ApiException(404, "Not found", errors);
    }

    int status() {
        return status;
    }

    Map<String, String> errors() {
        return errors;
    }
}
