// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/** How the option of a select is written, once its definition is known. */
public enum SelectKey {
    /** By its value, which the API gave it. */
    value,
    /** By its label, which people see. */
    label
}
