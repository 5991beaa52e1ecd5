// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import org.apache.camel.RuntimeCamelException;

/** The parent of everything that this component throws while it works on a message. */
public class OctolaneException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    public OctolaneException(String message) {
        super(message);
    }

    public OctolaneException(String message, Throwable cause) {
        super(message, cause);
    }
}
