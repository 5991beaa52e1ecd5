// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import org.apache.camel.RuntimeCamelException;

/** The parent of everything that this component throws while it works on a message. */
public class OctolaneException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    private boolean afterDoubtfulTry;
    private boolean ofRead;

    public OctolaneException(String message) {
        super(message);
    }

    public OctolaneException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Whether the API may have done what was asked: in the try that ended so, or in an earlier one of the same call.
     * Never for a read, which asks for nothing to be done.
     */
    public boolean isMaybeProcessed() {
        return !ofRead && (afterDoubtfulTry || leavesDoubt());
    }

    /** Whether the same call may succeed later. */
    public boolean isRetryable() {
        return false;
    }

    /** Whether this very answer, or that none came, leaves it open. */
    boolean leavesDoubt() {
        return false;
    }

    /** An earlier try of the same call may have been processed, whatever the last one says of itself. */
    final void markAfterDoubtfulTry() {
        afterDoubtfulTry = true;
    }

    final void markOfRead() {
        ofRead = true;
    }
}
