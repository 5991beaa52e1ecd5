// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** The form of the API's ids. */
final class Uuids {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static String require(String field, String text) {
        if (isUuid(text)) {
            return text;
        }
        throw new OctolaneMappingException(List.of(Problem.of(field, text, "a UUID")));
    }
}
