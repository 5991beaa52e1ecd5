// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads texts that are one of a few words. Null where the text is none of them. */
final class Words {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s-]+");
    private static final Set<String> ACTIVITY_TYPES = Set.of(
            "EMAIL",
            "MEETING",
            "EMAIL_OPEN",
            "LINK_CLICK",
            "CALL",
            "COMMENT",
            "IN_PERSON_MEETING",
            "LINKEDIN_CONNECTION",
            "LINKEDIN_MESSAGE",
            "X_ACTIVITY",
            "TEXT_MESSAGE",
            "WHATSAPP_MESSAGE",
            "CONTACT_ADDED",
            "OTHER");

    private Words() {}

    /** @param text or null */
    static JsonNode bool(String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "y" -> NODES.booleanNode(true);
            case "false", "no", "0", "n" -> NODES.booleanNode(false);
            default -> null;
        };
    }

    /** @param text or null */
    static JsonNode activityType(String text) {
        String type = text == null
                ? ""
                : BETWEEN_PARTS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("_");
        // assumption A-26
        return ACTIVITY_TYPES.contains(type) ? NODES.textNode(type) : null;
    }
}
