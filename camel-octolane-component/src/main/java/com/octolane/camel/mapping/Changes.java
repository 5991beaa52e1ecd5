// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an update sends for one record.
 *
 * @param id      the id that the record carries, null where it carries none
 * @param changes the new values by field
 */
public record Changes(String id, ObjectNode changes) {}
