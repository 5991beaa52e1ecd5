// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/**
 * One condition of a search; conditions are joined by AND.
 *
 * @param field    the API's name of a field, or the slug of a custom field
 * @param operator one of the API's canonical operators, for example {@code gte}
 * @param value    a scalar, a list, or null where the operator takes none
 */
public record Filter(String field, String operator, Object value) {}
