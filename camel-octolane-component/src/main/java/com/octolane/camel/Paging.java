// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

/** How much {@code list} and {@code search} give. */
public enum Paging {
    /** One page, as a List. */
    page,
    /** Every record, as a List. */
    all,
    /** Every record, as a lazy Iterator that holds one page. */
    stream
}
