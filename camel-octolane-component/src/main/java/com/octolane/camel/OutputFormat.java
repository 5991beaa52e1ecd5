// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

/** The form of records that come out. */
public enum OutputFormat {
    /** A Map. */
    map,
    /** JSON text. */
    json,
    /** A class of {@code com.octolane.camel.model}. */
    model
}
