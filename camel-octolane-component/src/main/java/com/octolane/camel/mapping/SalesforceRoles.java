// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The people of a deal as Salesforce nests them: {@code OpportunityContactRoles} with {@code records}, of which each has
 * a {@code Contact.Email} and one may be marked by {@code IsPrimary}.
 */
final class SalesforceRoles {

    private SalesforceRoles() {}

    static boolean isAnswer(Object value) {
        return value instanceof Map<?, ?> answer && answer.get("records") instanceof List;
    }

    /** @return the flat fields that they fill; where the query did not ask for the mark, the first is the primary one */
    static Map<String, Object> of(Map<?, ?> answer) {
        String primary = null;
        List<String> others = new ArrayList<>();
        for (Object each : (List<?>) answer.get("records")) {
            if (each instanceof Map<?, ?> role
                    && role.get("Contact") instanceof Map<?, ?> contact
                    && contact.get("Email") instanceof String email) {
                boolean first = primary == null;
                if (first && (!role.containsKey("IsPrimary") || Boolean.TRUE.equals(role.get("IsPrimary")))) {
                    primary = email;
                } else if (!email.equalsIgnoreCase(primary)) {
                    others.add(email);
                }
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        if (primary != null) {
            fields.put("primary_contact_email", primary);
            others.removeIf(primary::equalsIgnoreCase);
        }
        fields.put("additional_contact_emails", others);
        return fields;
    }
}
