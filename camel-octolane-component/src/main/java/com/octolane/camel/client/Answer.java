// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.time.Instant;

/**
 * What came back, whatever its status.
 *
 * @param status     the HTTP status
 * @param body       the bytes as they came, never null
 * @param retryAfter the {@code Retry-After} header as it came, or null
 * @param date       the time in the {@code Date} header, or null
 */
public record Answer(int status, byte[] body, String retryAfter, Instant date) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
