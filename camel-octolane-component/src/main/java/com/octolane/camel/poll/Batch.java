// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import java.util.List;
import java.util.Map;

/**
 * What is new on one page.
 *
 * @param changes     oldest first, at least one
 * @param definitions the custom field definitions that came with the page, by slug
 */
public record Batch(List<Change> changes, Map<String, Object> definitions) {

    public Batch {
        changes = List.copyOf(changes);
    }
}
