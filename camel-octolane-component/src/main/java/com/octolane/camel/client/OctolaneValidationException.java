// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/** The API answered 400: the request failed validation. */
public class OctolaneValidationException extends OctolaneApiException {

    private static final long serialVersionUID = 1L;

    public OctolaneValidationException(ApiError error) {
        super(error);
    }
}
