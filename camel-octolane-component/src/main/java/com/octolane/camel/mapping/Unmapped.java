// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/** What becomes of a source field that no rule knows. */
public enum Unmapped {
    /** It is sent as a custom attribute, under the name that the source uses. */
    custom,
    /** It is left out. */
    ignore,
    /** The record fails. */
    fail
}
