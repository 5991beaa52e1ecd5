// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The five objects, the names they have on the wire, and the system fields that a record of each shows when it is read. */
enum Kind {
    OPPORTUNITY(
            "Opportunity",
            "opportunities",
            null,
            "name",
            "pipeline_id",
            "stage_id",
            "stage_name",
            "account_id",
            "contact_id",
            "additional_contacts",
            "deal_size",
            "close_date",
            "next_action_date",
            "next_steps",
            "owner_id",
            "owner_email"),
    ACCOUNT(
            "Account",
            "accounts",
            "domain",
            "name",
            "domain",
            "industry",
            "logo",
            "linkedin",
            "twitter",
            "description",
            "primary_location",
            "employee_range",
            "type",
            "twitter_followers",
            "estimated_revenue",
            "total_fund_raised",
            "founded",
            "tags",
            "first_email_interaction",
            "last_email_interaction",
            "first_meeting_interaction",
            "last_meeting_interaction",
            "last_interaction",
            "next_meeting"),
    CONTACT(
            "Contact",
            "contacts",
            "email",
            "name",
            "first_name",
            "last_name",
            "full_name",
            "email",
            "other_emails",
            "job_title",
            "phone",
            "seniority",
            "linkedin",
            "twitter",
            "twitter_followers",
            "email_verified",
            "current_company",
            "type",
            "avatar_url",
            "account_id",
            "first_email_interaction",
            "last_email_interaction",
            "first_meeting_interaction",
            "last_meeting_interaction",
            "last_interaction",
            "next_meeting"),
    NOTE("Note", "notes", null),
    ACTIVITY(
            "Activity",
            "activities",
            null,
            "activity_type",
            "title",
            "description",
            "participants",
            "domains",
            "metadata");

    private final String schemaPrefix;
    private final String plural;
    private final String naturalKey;
    private final List<String> fields;
    private final Map<String, Integer> positions = new HashMap<>();

    Kind(String schemaPrefix, String plural, String naturalKey, String... fields) {
        this.schemaPrefix = schemaPrefix;
        this.plural = plural;
        this.naturalKey = naturalKey;
        this.fields = List.of(fields);
        for (int i = 0; i < fields.length; i++) {
            positions.put(fields[i], i);
        }
    }

    static Kind of(String plural) {
        for (Kind kind : values()) {
            if (kind.plural.equals(plural)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "Unknown object '" + plural + "'; valid are opportunities, accounts, contacts, notes, activities");
    }

    String label() {
        return schemaPrefix;
    }

    String plural() {
        return plural;
    }

    String inputSchema() {
        return schemaPrefix + "Input";
    }

    String bulkSchema() {
        return schemaPrefix + "BulkInput";
    }

    String updateSchema() {
        return schemaPrefix + "UpdateInput";
    }

    /** The field by which the service recognises a record that it already has, or null. */
    String naturalKey() {
        return naturalKey;
    }

    List<String> fields() {
        return fields;
    }

    /** Where the field stands in {@link #fields()}, or -1 for a custom one. */
    int position(String field) {
        return positions.getOrDefault(field, -1);
    }

    /** Notes and activities are not read through the API, so what they carry beyond the system fields stays at the top. */
    boolean hasCustomFields() {
        return this == OPPORTUNITY || this == ACCOUNT || this == CONTACT;
    }
}
