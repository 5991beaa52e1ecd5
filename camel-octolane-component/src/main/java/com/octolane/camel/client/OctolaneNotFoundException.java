// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/** The API answered 404: something that the request refers to does not exist, for example its pipeline. */
public class OctolaneNotFoundException extends OctolaneApiException {

    private static final long serialVersionUID = 1L;

    public OctolaneNotFoundException(ApiError error) {
        super(error);
    }
}
