// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an upsert may send for one record.
 *
 * @param create the item of a create request
 * @param fields the same values flat, by field, without what only a create takes by default
 */
public record Upsert(ObjectNode create, ObjectNode fields) {}
