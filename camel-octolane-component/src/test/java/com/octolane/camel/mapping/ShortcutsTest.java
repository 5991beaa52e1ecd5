// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read by hand since it is frequent means what the slow way reads. */
class ShortcutsTest {

    private static final Pattern DOMAIN =
            Pattern.compile("([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}][\\p{L}\\p{N}-]*");

    private final Dates dates = new Dates(null, ZoneId.of("Europe/Berlin"));
    private final Values values = new Values(dates, Mapping.JSON);

    @Property
    void aMomentOfUtcIsReadAsTheFormatterReadsIt(@ForAll("moments") String text) {
        // the formatter takes small letters too, which are not read by hand
        assertThat(dates.read(text)).isEqualTo(dates.read(text.replace('T', 't')));
    }

    @Property
    void aMomentOfUtcIsWrittenAsInstantWritesIt(@ForAll("moments") String text) {
        Instant moment = dates.read(text);

        assertThat(dates.iso(text)).isEqualTo(moment == null ? null : moment.toString());
    }

    @Provide
    Arbitrary<String> moments() {
        Arbitrary<String> two = Arbitraries.integers().between(0, 70).map(each -> String.format("%02d", each));
        Arbitrary<String> small = Arbitraries.integers().between(0, 13).map(each -> String.format("%02d", each));
        Arbitrary<String> year = Arbitraries.of("0000", "0001", "1900", "2024", "2026", "9999", "2O26", "+202");
        Arbitrary<String> fraction = Arbitraries.of("", ".", ".5", ".000", ".123456789", ".1234567890", ",5", ".-1");
        Arbitrary<String> end = Arbitraries.of("Z", "Z", "Z", "", "ZZ", "+00:00", " Z");
        return Combinators.combine(year, small, Arbitraries.oneOf(small, two), Arbitraries.oneOf(small, two), two, two)
                .as((y, month, day, hour, minute, second) ->
                        y + '-' + month + '-' + day + 'T' + hour + ':' + minute + ':' + second)
                .flatMap(start -> Combinators.combine(fraction, end).as((more, last) -> start + more + last));
    }

    @Property
    void aCountIsReadAsAnyNumberIs(@ForAll("counts") String text) {
        JsonNode number = values.convert(FieldType.NUMBER, text);

        // with a space in front it is not read by hand
        assertThat(number).isEqualTo(values.convert(FieldType.NUMBER, ' ' + text));
    }

    @Provide
    Arbitrary<String> counts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(22),
                Arbitraries.strings().withChars("0123456789\u0663x.-").ofMaxLength(22));
    }

    @Property
    void aDomainIsNamesOfLettersNumbersAndInnerHyphensBetweenPoints(@ForAll("hosts") String text) {
        assertThat(Addresses.isDomain(text)).isEqualTo(DOMAIN.matcher(text).matches());
        // with a path it is taken apart
        assertThat(Addresses.hostOf(text)).isEqualTo(Addresses.hostOf(text + '/'));
    }

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> sign = Arbitraries.of(
                "a",
                "b",
                ".",
                ".",
                "-",
                "7",
                "ü",
                "\u0663",
                "\u2167",
                "\u00BD",
                "\uD835\uDD38",
                "\uD835",
                "_",
                " ",
                "@");
        return Arbitraries.oneOf(
                sign.list().ofMaxSize(12).map(each -> String.join("", each)),
                Arbitraries.of("a", ".", "-").list().ofMaxSize(9).map(each -> String.join("", each)));
    }
}
