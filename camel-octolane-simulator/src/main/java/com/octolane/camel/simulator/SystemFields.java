// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that each object has from the start, under the names by which they are changed. */
final class SystemFields {

    private static final Map<String, String> RELATIONS = Map.of(
            "account_id", "opportunity_account",
            "contact_id", "opportunity_contact",
            "additional_contacts", "opportunity_other_stakeholders");
    private static final Set<String> NUMBERS =
            Set.of("twitter_followers", "estimated_revenue", "total_fund_raised", "founded");

    private SystemFields() {}

    static List<FieldDefinition> of(String scope, Kind kind) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (String field : kind.fields()) {
            if (kind == Kind.OPPORTUNITY && "pipeline_id".equals(field)) {
                continue;
            }
            String name = kind == Kind.OPPORTUNITY ? RELATIONS.getOrDefault(field, field) : field;
            fields.add(FieldDefinition.system(scope, name, type(field), fields.size() + 1));
        }
        return fields;
    }

    private static String type(String field) {
        if (NUMBERS.contains(field)) {
            return "number";
        }
        if (field.endsWith("_date")) {
            return "date";
        }
        if (field.endsWith("_interaction") || "next_meeting".equals(field)) {
            return "timestamp";
        }
        return switch (field) {
            case "deal_size" -> "currency";
            case "email", "owner_email" -> "email";
            case "phone" -> "phone";
            case "domain" -> "website";
            case "logo", "linkedin", "twitter", "avatar_url" -> "url";
            case "email_verified" -> "checkbox";
            case "tags", "other_emails", "additional_contacts" -> "multi_select";
            default -> "string";
        };
    }
}
