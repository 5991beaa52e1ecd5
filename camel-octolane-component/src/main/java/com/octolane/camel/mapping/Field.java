// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.util.List;

/**
 * A field of an object, declared once for mapping, validation, documentation and tests.
 *
 * @param name     the flat name
 * @param parent   the object of the create request that holds it, or null for the top level
 * @param type     what the API wants
 * @param required whether a create must have it
 * @param aliases  other spellings, normalised
 */
public record Field(String name, String parent, FieldType type, boolean required, List<String> aliases) {

    static Field field(String name, FieldType type, String... aliases) {
        return new Field(name, null, type, false, List.of(aliases));
    }

    Field in(String other) {
        return new Field(name, other, type, required, aliases);
    }

    Field must() {
        return new Field(name, parent, type, true, aliases);
    }
}
