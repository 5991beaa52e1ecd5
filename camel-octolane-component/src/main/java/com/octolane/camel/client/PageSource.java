// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/** Reads pages of one object: the seam between what walks pages and the wire. */
@FunctionalInterface
public interface PageSource {

    /**
     * @param query  what is asked for
     * @param cursor the cursor of the page, null for the first
     * @throws OctolaneException when the page cannot be had
     */
    Page fetch(Query query, String cursor);
}
