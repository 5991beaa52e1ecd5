// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.octolane.camel.OctolaneObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What Salesforce calls the fields, in its REST API and in the headings of its report exports. */
final class SalesforceNames {

    /** Bookkeeping of Salesforce that means nothing elsewhere; every relation's own id is among it. */
    private static final Set<String> IGNORED = normalised(
            "Id",
            "attributes",
            "SystemModstamp",
            "IsDeleted",
            "CreatedDate",
            "LastModifiedDate",
            "CreatedById",
            "LastModifiedById",
            "LastActivityDate",
            "LastViewedDate",
            "LastReferencedDate",
            "OwnerId",
            "AccountId",
            "ContactId",
            "RecordTypeId",
            "MasterRecordId",
            "ParentId",
            "IsWon",
            "IsClosed",
            "Account.attributes",
            "Owner.attributes",
            "Account.Id",
            "Owner.Id",
            "Contact.Id",
            "Contact.attributes");

    /** Objects that the REST API nests, or says null for; their useful fields have dotted names below. */
    private static final Set<String> RELATIONS = normalised("Account", "Owner", "Contact");

    /** As Salesforce spells them. */
    private static final Map<OctolaneObject, Map<String, String>> SPELLINGS = Map.of(
            OctolaneObject.opportunity,
                    names(
                            "Name",
                            "name",
                            "Opportunity Name",
                            "name",
                            "StageName",
                            "stage_name",
                            "Stage",
                            "stage_name",
                            "Amount",
                            "deal_size",
                            "CloseDate",
                            "close_date",
                            "Close Date",
                            "close_date",
                            "NextStep",
                            "next_steps",
                            "Next Step",
                            "next_steps",
                            "Account.Website",
                            "account_domain",
                            "Account Website",
                            "account_domain",
                            "Website",
                            "account_domain",
                            "Owner.Email",
                            "owner_email",
                            "Owner Email",
                            "owner_email",
                            "Opportunity Owner Email",
                            "owner_email",
                            "Contact.Email",
                            "primary_contact_email",
                            "ContactEmail",
                            "primary_contact_email",
                            "Primary Contact Email",
                            "primary_contact_email",
                            "Email",
                            "primary_contact_email"),
            OctolaneObject.account,
                    names(
                            "Name",
                            "name",
                            "Account Name",
                            "name",
                            "Website",
                            "domain",
                            "Industry",
                            "industry",
                            "AnnualRevenue",
                            "estimated_revenue",
                            "Annual Revenue",
                            "estimated_revenue",
                            "NumberOfEmployees",
                            "employee_range",
                            "Employees",
                            "employee_range",
                            "Description",
                            "description",
                            "BillingCity",
                            "primary_location",
                            "Billing City",
                            "primary_location",
                            "Type",
                            "type",
                            "YearStarted",
                            "founded"),
            OctolaneObject.contact,
                    names(
                            // contacts, and leads, which have a company of their own
                            "Email",
                            "email",
                            "FirstName",
                            "first_name",
                            "First Name",
                            "first_name",
                            "LastName",
                            "last_name",
                            "Last Name",
                            "last_name",
                            "Name",
                            "full_name",
                            "Full Name",
                            "full_name",
                            "Title",
                            "job_title",
                            "Phone",
                            "phone",
                            "Company",
                            "current_company",
                            "Account.Name",
                            "current_company",
                            "Account Name",
                            "current_company",
                            "Company / Account",
                            "current_company",
                            "PhotoUrl",
                            "avatar_url"));

    private static final Map<OctolaneObject, Map<String, String>> NAMES = normalised(SPELLINGS);

    private SalesforceNames() {}

    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(names);
    }

    private static Map<OctolaneObject, Map<String, String>> normalised(
            Map<OctolaneObject, Map<String, String>> spellings) {
        Map<OctolaneObject, Map<String, String>> names = new EnumMap<>(OctolaneObject.class);
        spellings.forEach((object, pairs) -> {
            Map<String, String> normalised = new HashMap<>();
            pairs.forEach((spelling, field) -> normalised.put(Keys.normalise(spelling), field));
            names.put(object, normalised);
        });
        return names;
    }

    /** What Salesforce calls the fields of an object, each with the API's name; empty for an object it does not have. */
    static Map<String, String> spellings(OctolaneObject object) {
        return SPELLINGS.getOrDefault(object, Map.of());
    }

    private static Set<String> normalised(String... names) {
        return java.util.Arrays.stream(names).map(Keys::normalise).collect(java.util.stream.Collectors.toSet());
    }

    /** The API's name, or null where Salesforce has no field with this normalised spelling. */
    static String find(OctolaneObject object, String spelling) {
        return NAMES.getOrDefault(object, Map.of()).get(spelling);
    }

    static boolean isIgnored(String spelling) {
        return IGNORED.contains(spelling);
    }

    /** The people of a deal, as a query that nests them answers. */
    static boolean isContactRoles(String spelling) {
        return spelling.equals("opportunitycontactroles");
    }

    static boolean isRelation(String spelling) {
        return RELATIONS.contains(spelling);
    }
}
