// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/** No answer, a broken one, or one that is not JSON. */
public class OctolaneTransportException extends OctolaneException {

    private static final long serialVersionUID = 1L;

    private final boolean maybeProcessed;

    public OctolaneTransportException(String message, boolean maybeProcessed, Throwable cause) {
        super(message, cause);
        this.maybeProcessed = maybeProcessed;
    }

    @Override
    boolean leavesDoubt() {
        return maybeProcessed;
    }

    /** Whether the same call may succeed later: always, since the network was at fault. */
    @Override
    public boolean isRetryable() {
        return true;
    }
}
