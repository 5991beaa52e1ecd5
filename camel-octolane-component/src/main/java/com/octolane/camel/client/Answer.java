// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * What came back, whatever its status.
 *
 * @param status     the HTTP status
 * @param body       the bytes as they came, never null
 * @param retryAfter the {@code Retry-After} header as it came, or null
 * @param date       the {@code Date} header as it came, or null
 */
public record Answer(int status, byte[] body, String retryAfter, String date) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The time that the {@code Date} header tells, null where there is none that can be read. */
    Instant serverTime() {
        return date == null ? null : DateUtils.parseStandardDate(date);
    }
}
