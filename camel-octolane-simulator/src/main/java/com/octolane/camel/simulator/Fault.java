// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

/** A way in which one call goes wrong. */
public enum Fault {
    /** The connection is reset; nothing was stored. */
    RESET_BEFORE_WRITE(false),
    /** The connection is reset after the call was carried out. */
    RESET_AFTER_WRITE(true),
    /** Nothing is stored and nothing is answered, until {@link Faults#hangFor} has passed; then the connection is reset. */
    HANG(false),
    /** The call is carried out; the answer hangs like that of {@link #HANG}. */
    HANG_AFTER_WRITE(true),
    /** The call is carried out, and the connection ends in the middle of the answer's body. */
    TRUNCATED_BODY(true),
    STATUS_500_BEFORE_WRITE(false),
    STATUS_500_AFTER_WRITE(true),
    /** 503; nothing was stored. */
    STATUS_503(false),
    /** 502 with an HTML page, as from a gateway; nothing was stored. */
    HTML_ERROR_PAGE(false),
    /** The call is carried out and answered with its status and no body. */
    EMPTY_BODY(true),
    /** 200 with {@code success: false}; nothing was stored. */
    SUCCESS_FALSE(false),
    /** 429 without a hint how long to wait. */
    RATE_LIMITED(false),
    /** 429 with {@code Retry-After: 1}. */
    RATE_LIMITED_SECONDS(false),
    /** 429 with a {@code Retry-After} that is a date, between one and two seconds ahead on the simulator's clock. */
    RATE_LIMITED_DATE(false);

    private final boolean carriedOut;

    Fault(boolean carriedOut) {
        this.carriedOut = carriedOut;
    }

    /** Whether the server does what it was asked to do, though the answer does not say so. */
    public boolean isCarriedOut() {
        return carriedOut;
    }
}
