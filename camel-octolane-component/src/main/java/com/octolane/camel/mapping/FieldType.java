// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

/** What the API wants a field to be, in words that errors use. */
public enum FieldType {
    TEXT("text"),
    NUMBER("a number such as 12500, 12,500.00 or € 12.500,00"),
    YEAR("a year from 1000 to 9999"),
    EPOCH_MILLIS("a date, ISO-8601 or as the option dateFormat says, or epoch milliseconds"),
    ISO_DATE_TIME("a date, ISO-8601 or as the option dateFormat says, or epoch milliseconds"),
    EMAIL("an e-mail address"),
    EMAIL_LIST("e-mail addresses, as a list or separated by ;"),
    TEXT_LIST("texts, as a list or separated by ;"),
    DOMAIN("a domain such as acme.com, or an address on it"),
    DOMAIN_LIST("domains, as a list or separated by ;"),
    UUID("a UUID"),
    UUID_LIST("UUIDs, as a list or separated by ;"),
    BOOLEAN("true or false"),
    OBJECT("an object"),
    ACTIVITY_TYPE("one of EMAIL, MEETING, EMAIL_OPEN, LINK_CLICK, CALL, COMMENT, IN_PERSON_MEETING,"
            + " LINKEDIN_CONNECTION, LINKEDIN_MESSAGE, X_ACTIVITY, TEXT_MESSAGE, WHATSAPP_MESSAGE, CONTACT_ADDED,"
            + " OTHER");

    private final String expected;

    FieldType(String expected) {
        this.expected = expected;
    }

    /** What a value of this type looks like, to follow the word "expected". */
    public String expected() {
        return expected;
    }
}
