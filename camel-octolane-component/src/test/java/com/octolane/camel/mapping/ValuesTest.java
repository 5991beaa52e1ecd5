// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.account;
import static com.octolane.camel.mapping.Mapping.contact;
import static com.octolane.camel.mapping.Mapping.create;
import static com.octolane.camel.mapping.Mapping.dates;
import static com.octolane.camel.mapping.Mapping.deal;
import static com.octolane.camel.mapping.Mapping.json;
import static com.octolane.camel.mapping.Mapping.map;
import static com.octolane.camel.mapping.Mapping.plain;
import static com.octolane.camel.mapping.Mapping.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import com.octolane.camel.model.Account;
import com.octolane.camel.model.Activity;
import com.octolane.camel.model.Contact;
import com.octolane.camel.model.Note;
import com.octolane.camel.model.Opportunity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.chrono.ThaiBuddhistDate;
import java.util.Arrays;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final long FEBRUARY_11 = 1770768000000L;

    static List<Object> theEleventhOfFebruary() {
        return List.of(
                "2026-02-11",
                " 2026-02-11T00:00:00Z ",
                "2026-02-11 00:00",
                "2026-02-11T00:00:00.000000Z",
                "2026-02-11T01:00:00+01:00",
                "2026-02-11T01:00:00+0100",
                "2026-02-11T01:00+01:00[Europe/Berlin]",
                "1770768000000",
                FEBRUARY_11,
                new BigDecimal("1770768000000"),
                1770768000000.0,
                Instant.ofEpochMilli(FEBRUARY_11),
                LocalDate.of(2026, 2, 11),
                LocalDateTime.of(2026, 2, 11, 0, 0),
                ThaiBuddhistDate.of(2569, 2, 11),
                OffsetDateTime.parse("2026-02-11T00:00:00Z"),
                ZonedDateTime.parse("2026-02-11T01:00+01:00[Europe/Berlin]"),
                new Date(FEBRUARY_11),
                java.sql.Timestamp.from(Instant.ofEpochMilli(FEBRUARY_11)),
                java.sql.Date.valueOf("2026-02-11"),
                GregorianCalendar.from(ZonedDateTime.parse("2026-02-11T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("theEleventhOfFebruary")
    void aDateBecomesMillisecondsOrIsoTextWhicheverTheFieldTakes(Object date) {
        assertThat(deal(plain(), "close_date", date)
                        .at("/opportunity/close_date")
                        .longValue())
                .isEqualTo(FEBRUARY_11);
        assertThat(account("last_interaction", date).at("/last_interaction").textValue())
                .isEqualTo("2026-02-11T00:00:00Z");
    }

    @Test
    void theHourOfATimeWithoutAZoneIsKept() {
        assertThat(account("next_meeting", LocalDateTime.of(2026, 2, 11, 10, 30))
                        .at("/next_meeting")
                        .textValue())
                .isEqualTo("2026-02-11T10:30:00Z");
    }

    @Test
    void aCountOfMillisecondsHasElevenDigitsOrIsZero() {
        assertThat(account("next_meeting", -10_000_000_000L, "last_interaction", 0))
                .isEqualTo(json("{'domain':'acme.com','next_meeting':'1969-09-07T06:13:20Z',"
                        + "'last_interaction':'1970-01-01T00:00:00Z'}"));
    }

    static List<Object> noDates() {
        return List.of(
                "soon",
                "2026-+2-11",
                "2026-02-1x",
                9_999_999_999L,
                "2026-02-31",
                "2026-13-01",
                "11.02.2026",
                "02/11/2026",
                "20260211",
                "1770768000",
                1770768000,
                46064,
                "17707680000000000",
                Double.NaN,
                12.5,
                true,
                LocalTime.NOON,
                java.sql.Time.valueOf("10:00:00"),
                Instant.MAX,
                List.of("2026-02-11"));
    }

    @ParameterizedTest
    @MethodSource("noDates")
    void whatIsNoDateOrOfAnotherUnitIsRefused(Object date) {
        assertThat(problemsOf(() -> deal(plain(), "close_date", date)))
                .extracting(Problem::field)
                .containsExactly("close_date");
        assertThat(problemsOf(() -> account("next_meeting", date)))
                .extracting(Problem::field)
                .containsExactly("next_meeting");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-11T09:30:05Z, 2026-02-11T09:30:05Z",
        "2026-02-11T09:30:05.5Z, 2026-02-11T09:30:05.500Z",
        "2026-02-11T09:30:05.030285Z, 2026-02-11T09:30:05.030285Z",
        "2026-02-11T09:30:05.123456789Z, 2026-02-11T09:30:05.123456789Z",
        "2026-02-29T09:30:05Z,",
        "2026-02-11T24:00:00Z,",
        "2026-02-11T23:59:60Z,",
        "2026-02-11T09:30:05.1234567890Z,",
        "0000-01-01T00:00:00Z,",
    })
    void aMomentAsApisWriteItIsReadAsTheOtherFormsAre(String text, String moment) {
        for (String form : List.of(text, text.replace('T', ' '))) {
            if (moment == null) {
                assertThat(problemsOf(() -> account("next_meeting", form))).hasSize(1);
            } else {
                assertThat(account("next_meeting", form).at("/next_meeting").textValue())
                        .isEqualTo(moment);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11.02.2026, 2026-02-10T23:00:00Z",
        "2/11/2026, 2026-02-10T23:00:00Z",
        "2026-02-11, 2026-02-10T23:00:00Z",
        "11 feb 26 14:30, 2026-02-11T13:30:00Z",
        "202602111430, 2026-02-11T13:30:00Z",
        "2026-07-11T10:00:00, 2026-07-11T08:00:00Z",
        "2026-02-11T00:00:00Z, 2026-02-11T00:00:00Z",
    })
    void severalFormatsOfOneFileAreReadInTheZone(String text, String moment) {
        RecordMapper mapper = dates("dd.MM.yyyy|M/d/yyyy | d MMM yy HH:mm|yyyyMMddHHmm", "Europe/Berlin");

        assertThat(create(mapper, OctolaneObject.account, map("domain", "a.com", "next_meeting", text))
                        .at("/next_meeting")
                        .textValue())
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "29.02.2025", "00.01.2026", "1.2.2026"})
    void aDayThatDoesNotExistIsNotTheNextOneThatDoes(String text) {
        assertThat(problemsOf(() -> deal(dates("dd.MM.yyyy", "UTC"), "close_date", text)))
                .hasSize(1);
    }

    static List<Object> numbers() {
        return List.of(
                "12,500.00",
                "12500",
                12500,
                12500L,
                12500.0,
                12500f,
                new BigDecimal("1.25E+4"),
                BigInteger.valueOf(12500),
                "€ 12.500,00",
                new StringBuilder("12500"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberOfAnyTypeIsSentAsANumber(Object number) {
        assertThat(deal(plain(), "deal_size", number).at("/opportunity"))
                .isEqualTo(json("{'name':'Pilot','deal_size':12500}"));
    }

    @Test
    void anAmountIsWrittenInDigitsUnlessALongCannotHoldIt() {
        assertThat(wire("1E+17")).contains(":100000000000000000}");
        assertThat(wire("1E+20")).contains(":1E+20}");
        assertThat(wire("1E+399")).contains(":1E+399}");
    }

    private static String wire(String amount) {
        return plain().create(
                        OctolaneObject.account,
                        map("domain", "a.com", "estimated_revenue", new BigDecimal(amount)),
                        Defaults.NONE)
                .toString();
    }

    @Test
    void theDecimalsOfAnAmountAreKeptExactly() {
        assertThat(plain().create(
                                OctolaneObject.account,
                                map("domain", "a.com", "estimated_revenue", new BigDecimal("12345678901234567.89")),
                                Defaults.NONE)
                        .toString())
                .contains("12345678901234567.89");
        assertThat(account("estimated_revenue", 0.1).toString()).contains(":0.1");
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void whatIsNoNumberIsRefused(Object number) {
        assertThat(problemsOf(() -> deal(plain(), "deal_size", number)))
                .extracting(Problem::field)
                .containsExactly("deal_size");
    }

    static List<Object> noNumbers() {
        return List.of(
                "much",
                "12.500",
                true,
                Double.NaN,
                Float.POSITIVE_INFINITY,
                new BigDecimal("1E+400"),
                new BigDecimal("1E+2147483647"),
                new BigDecimal("1E-2147483647"),
                new java.util.concurrent.atomic.DoubleAdder() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String toString() {
                        return "?";
                    }
                },
                List.of(1),
                Map.of("value", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "acme.com",
        "ACME.COM",
        "www.acme.com",
        "https://acme.com/",
        "https://www.Acme.com/about",
        "http://user:pw@acme.com:8080/a?b#c",
        "acme.com.",
        "//acme.com",
        "ann@acme.com",
        "acme.com:443",
        "acme.com?x=1",
        "acme.com/@news"
    })
    void aDomainIsFoundInEveryAddressOnIt(String text) {
        if (!text.startsWith("//")) {
            assertThat(account("domain", text)).isEqualTo(json("{'domain':'acme.com'}"));
        }
        assertThat(account(
                        "domain", "https://" + text.replaceFirst("^https?:", "").replaceFirst("^//", "")))
                .isEqualTo(json("{'domain':'acme.com'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "Acme Inc.", "n/a", "-", "http://", "a..com", "-acme.com", "acme.com b.com"})
    void whatIsNoDomainIsRefused(String text) {
        assertThat(problemsOf(() -> account("domain", text))).hasSize(1);
    }

    @Test
    void aDomainHasAtMostAsManyCharactersAsTheNetAllows() {
        String longest = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(57) + ".com";

        assertThat(account("domain", longest).at("/domain").textValue()).isEqualTo(longest);
        assertThat(problemsOf(() -> account("domain", "d" + longest))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09afAF09-09af-09af-09af-09af09af09af", " 11111111-2222-4333-8444-555555555555 "})
    void anIdIsSentInLowerCase(String text) {
        assertThat(deal(plain(), "owner_id", text)
                        .at("/related_objects/owner_id")
                        .textValue())
                .isEqualTo(text.strip().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11111111-2222-4333-8444-55555555555",
                "11111111-2222-4333-8444-5555555555555",
                "11111111x2222-4333-8444-555555555555",
                "11111111-2222-4333-8444x555555555555",
                "1111-111-2222-4333-8444-555555555555",
                "1111111g-2222-4333-8444-555555555555",
                "1111111`-2222-4333-8444-555555555555",
                "1111111/-2222-4333-8444-555555555555",
                "1111111:-2222-4333-8444-555555555555",
                "{1111111-2222-4333-8444-555555555555"
            })
    void whatIsNoIdIsRefused(String text) {
        assertThat(problemsOf(() -> deal(plain(), "owner_id", text)))
                .extracting(Problem::expected)
                .containsExactly("a UUID");
    }

    static List<Object> twoAddresses() {
        return List.of(
                "a@x.com; b@x.com",
                "A@x.com,b@x.com",
                " a@x.com\n b@x.com ;",
                "a@x.com;b@x.com;a@X.com",
                List.of("a@x.com", " b@x.com "),
                Arrays.asList("a@x.com", null, "", "mailto:b@x.com"));
    }

    @ParameterizedTest
    @MethodSource("twoAddresses")
    void addressesBecomeAListWithoutBlanksAndDoubles(Object addresses) {
        assertThat(contact("other_emails", addresses).at("/other_emails")).isEqualTo(json("['a@x.com','b@x.com']"));
        assertThat(deal(plain(), "additional_contact_emails", addresses)
                        .at("/related_objects/additional_contact_emails"))
                .isEqualTo(json("['a@x.com','b@x.com']"));
    }

    @Test
    void anArrayIsAListToo() {
        assertThat(contact("other_emails", new String[] {"a@x.com", "b@x.com"}).at("/other_emails"))
                .isEqualTo(json("['a@x.com','b@x.com']"));
    }

    @Test
    void oneBadAddressOfAListIsAProblem() {
        assertThat(problemsOf(() -> contact("other_emails", "a@x.com; b@")))
                .extracting(Problem::field)
                .containsExactly("other_emails");
        assertThat(problemsOf(() -> contact("other_emails", new int[] {1}))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "ann@",
                "@acme.com",
                "ann@acme",
                "a b@acme.com",
                "ann@acme.com, bob@acme.com",
                "ann@acme.",
                "ann@.com"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(problemsOf(() -> contact("email", text)))
                .extracting(Problem::expected)
                .containsExactly("an e-mail address");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "YES,true", "1,true", "y,true", "False,false", "no,false", "0,false", "N,false"})
    void truthIsReadAsPeopleWriteIt(String text, boolean truth) {
        assertThat(contact("email_verified", text).at("/email_verified").booleanValue())
                .isEqualTo(truth);
        assertThat(contact("email_verified", truth).at("/email_verified").booleanValue())
                .isEqualTo(truth);
        assertThat(problemsOf(() -> contact("email_verified", "maybe " + text))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, CALL",
        "call, CALL",
        "In Person Meeting, IN_PERSON_MEETING",
        "linkedin-message, LINKEDIN_MESSAGE",
        "whatsapp_message, WHATSAPP_MESSAGE",
        "other, OTHER"
    })
    void anActivityTypeIsMatchedWithoutRegardToCaseAndSeparators(String text, String type) {
        assertThat(create(
                        plain(), OctolaneObject.activity, map("Type", text, "title", "x", "metadata", Map.of("a", 1))))
                .isEqualTo(json("{'activity_type':'" + type + "','title':'x','metadata':{'a':1}}"));
    }

    @Test
    void anActivityKeepsItsDateAndListsItsDomains() {
        assertThat(create(
                        plain(),
                        OctolaneObject.activity,
                        map(
                                "activity_type",
                                "CALL",
                                "title",
                                "x",
                                "created_at",
                                "2026-02-11",
                                "domains",
                                "www.a.com; b.com",
                                "participants",
                                "a@b.com")))
                .isEqualTo(json("{'activity_type':'CALL','title':'x','created_at':'2026-02-11T00:00:00Z',"
                        + "'domains':['a.com','b.com'],'participants':['a@b.com']}"));
        assertThat(problemsOf(() -> create(
                        plain(),
                        OctolaneObject.activity,
                        map("activity_type", "PARTY", "title", "x", "metadata", "y"))))
                .extracting(Problem::field)
                .containsExactly("activity_type", "metadata");
    }

    @ParameterizedTest
    @CsvSource({"1999,1999", "1000,1000", "9999,9999", "1999.0,1999"})
    void aYearIsANumber(String text, int year) {
        assertThat(account("founded", text).at("/founded").intValue()).isEqualTo(year);
        assertThat(account("founded", year).at("/founded").intValue()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "10000", "-1999", "1999.5", "in 1999", "0999", "1999-01-01"})
    void whatIsNoYearIsRefused(String text) {
        assertThat(problemsOf(() -> account("founded", text))).hasSize(1);
    }

    @Test
    void aTextIsOneThingAndNeverWhatAProgrammerWouldSee() {
        assertThat(contact(
                        "phone", 4.9170123456E10, "job_title", new StringBuilder("CEO"), "seniority", Thread.State.NEW))
                .isEqualTo(json("{'email':'ann@acme.com','phone':'49170123456','job_title':'CEO','seniority':'NEW'}"));
        for (Object value :
                List.of(List.of("x"), Map.of("a", 1), new byte[1], new Object(), Double.NaN, new java.io.File("x"))) {
            assertThat(problemsOf(() -> contact("job_title", value)))
                    .extracting(Problem::field)
                    .containsExactly("job_title");
        }
    }

    @Test
    void customValuesKeepTheirTypesAndMomentsBecomeText() {
        assertThat(account(
                        "a",
                        1,
                        "b",
                        1.5,
                        "c",
                        true,
                        "d",
                        " x ",
                        "e",
                        List.of("p", 2),
                        "f",
                        LocalDate.of(2026, 2, 11),
                        "g",
                        List.of(Instant.EPOCH),
                        "h",
                        new Date(0)))
                .isEqualTo(json("{'domain':'acme.com','a':1,'b':1.5,'c':true,'d':'x','e':['p',2],"
                        + "'f':'2026-02-11T00:00:00Z','g':['1970-01-01T00:00:00Z'],'h':'1970-01-01T00:00:00Z'}"));
        assertThat(problemsOf(() -> account("a", List.of(Double.NaN), "b", new Object(), "c", Float.NaN)))
                .extracting(Problem::field)
                .containsExactly("a", "b", "c");
    }

    record Customer(String domain, String name, LocalDate nextMeeting, Date lastInteraction, Integer founded) {}

    @Test
    void aJavaRecordIsARecordAndItsMomentsAreKept() {
        Customer customer = new Customer("acme.com", null, LocalDate.of(2026, 2, 11), new Date(FEBRUARY_11), 1999);

        assertThat(create(plain(), OctolaneObject.account, customer))
                .isEqualTo(json("{'domain':'acme.com','next_meeting':'2026-02-11T00:00:00Z',"
                        + "'last_interaction':'2026-02-11T00:00:00Z','founded':1999}"));
    }

    @Test
    void whatABeanLeavesUnsetIsNotCleared() {
        assertThat(plain().update(OctolaneObject.account, new Customer(null, "New", null, null, null))
                        .changes())
                .isEqualTo(json("{'name':'New'}"));
    }

    @Test
    void theModelClassesAreRecords() {
        Opportunity deal = new Opportunity();
        deal.setName("Pilot");
        deal.setPipelineId(Mapping.PIPELINE);
        deal.setCloseDate(LocalDate.of(2026, 2, 11));
        deal.setDealSize(new BigDecimal("12500.00"));
        deal.setCustomFields(Map.of("tier", "gold"));
        deal.setCreatedAt("2026-01-01T00:00:00Z");
        Account account = new Account();
        account.setDomain("www.acme.com");
        account.setTags(List.of("a", "b"));
        account.setOtherField("our_field", 1);
        Contact contact = new Contact();
        contact.setEmail("ann@acme.com");
        contact.setEmailVerified(true);
        Activity activity = new Activity();
        activity.setActivityType("call");
        activity.setTitle("x");
        Note note = new Note();
        note.setOtherField("text", "hello");

        assertThat(create(plain(), OctolaneObject.opportunity, deal))
                .isEqualTo(json("{'pipeline_id':'" + Mapping.PIPELINE + "','opportunity':{'name':'Pilot',"
                        + "'deal_size':12500,'close_date':1770768000000,'custom_attributes':{'tier':'gold'}}}"));
        assertThat(create(plain(), OctolaneObject.account, account))
                .isEqualTo(json("{'domain':'acme.com','tags':['a','b'],'our_field':1}"));
        assertThat(create(plain(), OctolaneObject.contact, contact))
                .isEqualTo(json("{'email':'ann@acme.com','email_verified':true}"));
        assertThat(create(plain(), OctolaneObject.activity, activity))
                .isEqualTo(json("{'activity_type':'CALL','title':'x'}"));
        assertThat(create(plain(), OctolaneObject.note, note)).isEqualTo(json("{'text':'hello'}"));
    }
}
