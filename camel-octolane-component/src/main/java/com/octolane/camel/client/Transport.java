// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/** The wire: everything that leaves this component goes through here. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends once, without repeating and without following a redirect.
     *
     * @throws OctolaneTransportException when there is no whole answer
     */
    Answer send(Request request);
}
