// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import java.util.Map;

/** The records that the stub has, one text for each object: a record differs from the next by its number and its time. */
final class Samples {

    static final String PIPELINE = "11111111-2222-4333-8444-555555555555";

    private static final Map<String, String> PREFIXES = Map.of(
            "accounts",
            "acc00000",
            "contacts",
            "c0000000",
            "opportunities",
            "0bb00000",
            "notes",
            "00e00000",
            "activities",
            "ac700000");

    private static final String ACCOUNT = """
            {"id":"acc00000-0000-4000-8000-000#########","name":"Company #########","domain":"company-#########.example",\
            "industry":"Robotics","description":"Builds machines that sort, pack and move goods in warehouses",\
            "linkedin":"https://linkedin.example/company/#########","primary_location":"Vienna, Austria",\
            "employee_range":"51-200","type":"customer","estimated_revenue":1250000,"founded":1998,\
            "tags":["imported","machines"],"last_interaction":"2026-03-04T09:30:00Z","logo":null,"twitter":null,\
            "created_at":"TIME","updated_at":"TIME","custom_fields":{"region":"EMEA","score":71}}""";

    private static final String CONTACT = """
            {"id":"c0000000-0000-4000-8000-000#########","first_name":"Ada","last_name":"Example #########",\
            "full_name":"Ada Example #########","email":"person-#########@company-#########.example",\
            "job_title":"Head of purchasing","phone":"+43 1 555 0100","seniority":"lead",\
            "linkedin":"https://linkedin.example/person/#########","current_company":"Company #########",\
            "type":"customer","email_verified":true,"other_emails":["ada-#########@mail.example"],\
            "last_interaction":"2026-03-04T09:30:00Z","account_id":"acc00000-0000-4000-8000-000#########",\
            "created_at":"TIME","updated_at":"TIME","custom_fields":{"region":"EMEA","score":71}}""";

    private static final String OPPORTUNITY = """
            {"id":"0bb00000-0000-4000-8000-000#########","name":"Deal #########",\
            "pipeline_id":"11111111-2222-4333-8444-555555555555","stage_id":"22222222-2222-4333-8444-555555555555",\
            "stage_name":"Qualified","deal_size":12500.5,"close_date":1790812800000,"next_action_date":1789000000000,\
            "next_steps":"Send the proposal","owner_id":"33333333-2222-4333-8444-555555555555",\
            "account_id":"acc00000-0000-4000-8000-000#########","contact_id":"c0000000-0000-4000-8000-000#########",\
            "additional_contacts":[],"created_at":"TIME","updated_at":"TIME",\
            "custom_fields":{"source":"Trade fair"}}""";

    private Samples() {}

    /** The template of a readable object's records. */
    static String of(String plural) {
        String text =
                switch (plural) {
                    case "accounts" -> ACCOUNT;
                    case "contacts" -> CONTACT;
                    case "opportunities" -> OPPORTUNITY;
                    default -> throw new IllegalArgumentException(plural + " cannot be read");
                };
        return text.replace("TIME", Template.TIME);
    }

    static boolean isObject(String plural) {
        return PREFIXES.containsKey(plural);
    }

    static boolean isReadable(String plural) {
        return plural.equals("accounts") || plural.equals("contacts") || plural.equals("opportunities");
    }

    /** The field by which the API recognises a record, or null. */
    static String naturalKey(String plural) {
        return switch (plural) {
            case "accounts" -> "domain";
            case "contacts" -> "email";
            default -> null;
        };
    }

    /** The id of the record with this number. */
    static String id(String plural, int number) {
        byte[] digits = new byte[12];
        Template.digits(digits, 0, 12, number);
        return PREFIXES.get(plural) + "-0000-4000-8000-"
                + new String(digits, java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** The number in a key: that of its first nine digits in a row, or of an id's last nine; -1 where it has none. */
    static int number(String key) {
        int at = key.lastIndexOf("-8000-000");
        return at >= 0 ? digits(key, at + 9) : firstDigits(key);
    }

    private static int firstDigits(String key) {
        for (int i = 0; i + 9 <= key.length(); i++) {
            int number = digits(key, i);
            if (number >= 0) {
                return number;
            }
        }
        return -1;
    }

    private static int digits(String key, int from) {
        if (from + 9 > key.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + 9; i++) {
            char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
