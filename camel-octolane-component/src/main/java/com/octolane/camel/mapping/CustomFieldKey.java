// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/** The name under which a custom field is written, once its definition is known. */
public enum CustomFieldKey {
    /** A slug or a property name as the source gives it, a label as the property name. */
    given,
    /** Its slug: the key in {@code custom_fields}. */
    slug,
    /** Its property name. */
    propertyName
}
