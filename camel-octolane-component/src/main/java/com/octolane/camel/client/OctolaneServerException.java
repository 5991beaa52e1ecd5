// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/** The API, or something in front of it, answered with a status from 500 on. */
public class OctolaneServerException extends OctolaneApiException {

    private static final long serialVersionUID = 1L;

    public OctolaneServerException(ApiError error) {
        super(error);
    }

    @Override
    public boolean isRetryable() {
        return getStatusCode() != 501;
    }

    @Override
    boolean leavesDoubt() {
        return getStatusCode() != 501;
    }
}
