// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/** The API answered 401: the key is missing, wrong or revoked. */
public class OctolaneAuthenticationException extends OctolaneApiException {

    private static final long serialVersionUID = 1L;

    public OctolaneAuthenticationException(ApiError error) {
        super(error);
    }
}
