// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer that reports success.
 *
 * @param status  the HTTP status
 * @param message the API's message, or null
 * @param data    the API's {@code data}; a null node where there is none
 */
public record ApiResult(int status, String message, JsonNode data) {}
