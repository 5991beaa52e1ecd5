// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Field.field;
import static com.octolane.camel.mapping.FieldType.ACTIVITY_TYPE;
import static com.octolane.camel.mapping.FieldType.BOOLEAN;
import static com.octolane.camel.mapping.FieldType.DOMAIN;
import static com.octolane.camel.mapping.FieldType.DOMAIN_LIST;
import static com.octolane.camel.mapping.FieldType.EMAIL;
import static com.octolane.camel.mapping.FieldType.EMAIL_LIST;
import static com.octolane.camel.mapping.FieldType.EPOCH_MILLIS;
import static com.octolane.camel.mapping.FieldType.ISO_DATE_TIME;
import static com.octolane.camel.mapping.FieldType.NUMBER;
import static com.octolane.camel.mapping.FieldType.OBJECT;
import static com.octolane.camel.mapping.FieldType.TEXT;
import static com.octolane.camel.mapping.FieldType.TEXT_LIST;
import static com.octolane.camel.mapping.FieldType.UUID;
import static com.octolane.camel.mapping.FieldType.UUID_LIST;
import static com.octolane.camel.mapping.FieldType.YEAR;

import com.octolane.camel.OctolaneObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of the objects. Adding a field is one line here. */
public final class FieldTable {

    private static final Field[] DATES = {
        field("first_email_interaction", ISO_DATE_TIME),
        field("last_email_interaction", ISO_DATE_TIME),
        field("first_meeting_interaction", ISO_DATE_TIME),
        field("last_meeting_interaction", ISO_DATE_TIME),
        field("last_interaction", ISO_DATE_TIME),
        field("next_meeting", ISO_DATE_TIME)
    };

    /** Fields that an update of an opportunity may have and a create may not. */
    private static final List<Field> RELATIONS = List.of(
            field("opportunity_account", UUID),
            field("opportunity_contact", UUID),
            field("opportunity_other_stakeholders", UUID_LIST));

    private static final Map<OctolaneObject, FieldTable> TABLES = new EnumMap<>(OctolaneObject.class);

    static {
        TABLES.put(
                OctolaneObject.opportunity,
                new FieldTable(
                        Set.of("id", "created_at", "updated_at", "account_id", "contact_id", "additional_contacts"),
                        field("pipeline_id", UUID).must(),
                        field("name", TEXT).in("opportunity").must(),
                        field("stage_id", UUID).in("opportunity"),
                        field("stage_name", TEXT, "stage").in("opportunity"),
                        field("deal_size", NUMBER, "amount").in("opportunity"),
                        // assumption A-25
                        field("close_date", EPOCH_MILLIS).in("opportunity"),
                        field("next_action_date", EPOCH_MILLIS).in("opportunity"),
                        field("next_steps", TEXT).in("opportunity"),
                        field("account_domain", DOMAIN).in("related_objects"),
                        field("primary_contact_email", EMAIL).in("related_objects"),
                        field("additional_contact_emails", EMAIL_LIST).in("related_objects"),
                        field("owner_email", EMAIL).in("related_objects"),
                        field("owner_id", UUID).in("related_objects")));
        TABLES.put(
                OctolaneObject.account,
                new FieldTable(
                        Set.of("id", "created_at", "updated_at"),
                        concat(
                                DATES,
                                field("domain", DOMAIN, "website").must(),
                                field("name", TEXT),
                                field("industry", TEXT),
                                field("logo", TEXT),
                                field("linkedin", TEXT),
                                field("twitter", TEXT),
                                field("description", TEXT),
                                field("primary_location", TEXT),
                                field("employee_range", TEXT),
                                field("type", TEXT),
                                field("twitter_followers", NUMBER),
                                field("estimated_revenue", NUMBER),
                                field("total_fund_raised", NUMBER),
                                field("founded", YEAR),
                                field("tags", TEXT_LIST))));
        TABLES.put(
                OctolaneObject.contact,
                new FieldTable(
                        Set.of("id", "created_at", "updated_at", "account_id"),
                        concat(
                                DATES,
                                field("email", EMAIL, "emailaddress").must(),
                                field("first_name", TEXT),
                                field("last_name", TEXT),
                                field("full_name", TEXT, "name"),
                                field("job_title", TEXT),
                                field("phone", TEXT),
                                field("seniority", TEXT),
                                field("linkedin", TEXT),
                                field("twitter", TEXT),
                                field("current_company", TEXT),
                                field("type", TEXT),
                                field("avatar_url", TEXT),
                                field("twitter_followers", NUMBER),
                                field("email_verified", BOOLEAN),
                                field("other_emails", EMAIL_LIST))));
        // the fields of notes are not documented: whatever the caller has is passed through
        TABLES.put(OctolaneObject.note, new FieldTable(Set.of()));
        TABLES.put(
                OctolaneObject.activity,
                new FieldTable(
                        Set.of("id", "updated_at"),
                        field("activity_type", ACTIVITY_TYPE, "type").must(),
                        field("title", TEXT).must(),
                        field("description", TEXT),
                        field("participants", EMAIL_LIST),
                        field("domains", DOMAIN_LIST),
                        field("metadata", OBJECT),
                        field("created_at", ISO_DATE_TIME)));
    }

    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final Map<String, Field> bySpelling = new HashMap<>();
    private final Set<String> serverSet;
    private final List<Field> fields;
    private final List<Field> required;

    private FieldTable(Set<String> serverSet, Field... declared) {
        Set<String> spellings = new java.util.HashSet<>();
        serverSet.forEach(each -> spellings.add(Keys.normalise(each)));
        this.serverSet = Set.copyOf(spellings);
        for (Field field : declared) {
            byName.put(field.name(), field);
            field.aliases().forEach(alias -> bySpelling.put(alias, field));
        }
        // an exact name beats an alias
        byName.values().forEach(field -> bySpelling.put(Keys.normalise(field.name()), field));
        this.fields = List.copyOf(byName.values());
        this.required = fields.stream().filter(Field::required).toList();
    }

    private static Field[] concat(Field[] more, Field... fields) {
        List<Field> all = new ArrayList<>(Arrays.asList(fields));
        all.addAll(Arrays.asList(more));
        return all.toArray(Field[]::new);
    }

    public static FieldTable of(OctolaneObject object) {
        return TABLES.get(object);
    }

    /** The fields of a create, in the order of the API's documentation. */
    public List<Field> fields() {
        return fields;
    }

    /** The fields that a create must have. */
    List<Field> required() {
        return required;
    }

    /** The names of the fields. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** The field that a user means by this name, spelt in any of the accepted ways; null where there is none. */
    public Field find(String name) {
        return find(Keys.normalise(name), false);
    }

    public boolean isNumber(String name) {
        Field field = byName.get(name);
        return field != null && (field.type() == NUMBER || field.type() == YEAR);
    }

    /** The field with this normalised spelling, or null. */
    Field find(String spelling, boolean update) {
        if (update) {
            for (Field relation : RELATIONS) {
                if (this == TABLES.get(OctolaneObject.opportunity)
                        && Keys.normalise(relation.name()).equals(spelling)) {
                    return relation;
                }
            }
        }
        return bySpelling.get(spelling);
    }

    /** Whether only the server sets the field with this normalised spelling. */
    boolean isServerSet(String spelling) {
        return serverSet.contains(spelling) && !bySpelling.containsKey(spelling);
    }
}
