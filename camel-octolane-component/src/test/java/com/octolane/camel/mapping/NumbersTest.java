// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "12500 | 12500",
                "12500.5 | 12500.5",
                ".5 | 0.5",
                "5. | 5",
                "1234.567 | 1234.567",
                "0.125 | 0.125",
                "0,125 | 0.125",
                "12,500.00 | 12500",
                "12,500 | 12500",
                "1,234,567 | 1234567",
                "1,234.567 | 1234.567",
                "12.500,00 | 12500",
                "12500,00 | 12500",
                "1.234.567 | 1234567",
                "1.234.567,89 | 1234567.89",
                "12,5 | 12.5",
                "12,50 | 12.5",
                "12,5000 | 12.5",
                "1 234 567,89 | 1234567.89",
                "1\u00A0234\u00A0567,89 | 1234567.89",
                "1\u202F234,5 | 1234.5",
                "1'234'567.89 | 1234567.89",
                "1’234’567.89 | 1234567.89",
                "$12,500.00 | 12500",
                "€ 12.500,00 | 12500",
                "12.500,00 € | 12500",
                "12.500,00\u00A0€ | 12500",
                "£1,234.56 | 1234.56",
                "¥1,234,567 | 1234567",
                "USD 12,500 | 12500",
                "USD12500 | 12500",
                "12500EUR | 12500",
                "CHF 1'234.50 | 1234.5",
                "-12,500.00 | -12500",
                "- 5 | -5",
                "\u22125 | -5",
                "+5 | 5",
                "-$5 | -5",
                "$-5 | -5",
                "(12,500.00) | -12500",
                "($5) | -5",
                "1E5 | 100000",
                "1.25e+4 | 12500",
                "123456789012345678901234567890 | 123456789012345678901234567890",
                // as long as a number may be
                "123456789012345678901234567890.12345678901234567890123456789 | 123456789012345678901234567890.12345678901234567890123456789",
            })
    void aNumberAsPeopleAndMachinesWriteItIsRead(String text, BigDecimal number) {
        assertThat(Numbers.parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.500", "€ 12.500", "12.500 €", "1.000", "999.999", "-12.500", "EUR 1.250"})
    void aPointBeforeThreeDigitsIsRefusedSinceItMayMeanAThousandTimesAsMuch(String text) {
        assertThat(Numbers.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                ",",
                "$",
                "()",
                "(-5)",
                "--5",
                "abc",
                "12k",
                "1.5M",
                "5 MIO",
                "12 TSD",
                "3 MRD",
                "2 MLN",
                "MIO 5",
                "5 %",
                "1,2,3",
                "1,234,56",
                "12,34,567",
                "1.234.56",
                "1.234.567.89",
                "0,125.5",
                "0.125,5",
                "0.125.000",
                "2024 1000",
                "12 34",
                "1 2345",
                "1'23",
                "1 234'567",
                "10 or 20",
                "NaN",
                "Infinity",
                "0x10",
                "1e999",
                "10-12",
                "12:30",
                "2026-02-11",
                "11.02.2026",
                "1234567890123456789012345678901",
                "123456789012345678901234567890.123456789012345678901234567890",
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThat(Numbers.parse(text)).isNull();
    }

    @Property
    void anAmountFormattedAsInTheUnitedStatesIsReadBack(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(max = 2) int decimals,
            @ForAll boolean grouped) {
        BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
        readsBack(rounded, format(rounded, ',', '.', decimals, grouped), "$", "USD ", "");
    }

    @Property
    void anAmountFormattedAsInGermanyIsReadBackOrRefused(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(max = 2) int decimals,
            @ForAll boolean grouped) {
        BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
        String text = format(rounded, '.', ',', decimals, grouped);
        if (text.matches("-?[1-9]\\d{0,2}\\.\\d{3}")) {
            assertThat(Numbers.parse(text)).isNull();
            assertThat(Numbers.parse(text + " €")).isNull();
        } else {
            readsBack(rounded, text, "€ ", "EUR ", "");
        }
    }

    @Property
    void anAmountFormattedAsInFranceIsReadBack(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(max = 2) int decimals,
            @ForAll boolean old) {
        BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
        readsBack(rounded, format(rounded, old ? '\u00A0' : '\u202F', ',', decimals, true), "€", "");
    }

    @Property
    void anAmountFormattedAsInSwitzerlandIsReadBack(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(max = 2) int decimals,
            @ForAll boolean typographic) {
        BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
        readsBack(rounded, format(rounded, typographic ? '’' : '\'', '.', decimals, true), "CHF ", "");
    }

    @Property
    void whatAMachineWritesIsReadAsItIsOrRefused(@ForAll @Scale(6) BigDecimal number) {
        BigDecimal read = Numbers.parse(number.toPlainString());
        if (read == null) {
            assertThat(number.toPlainString()).matches("-?[1-9]\\d{0,2}\\.\\d{3}|-?\\d{31,}.*");
        } else {
            assertThat(read).isEqualByComparingTo(number);
        }
    }

    @Property
    void noTextMakesItThrow(@ForAll String text) {
        BigDecimal number = Numbers.parse(text);
        assertThat(number == null || text.chars().anyMatch(Character::isDigit)).isTrue();
    }

    private static String format(BigDecimal number, char group, char decimal, int decimals, boolean grouped) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(group);
        symbols.setDecimalSeparator(decimal);
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setGroupingUsed(grouped);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    private static void readsBack(BigDecimal number, String text, String... signs) {
        for (String sign : signs) {
            assertThat(Numbers.parse(sign + text)).as(sign + text).isEqualByComparingTo(number);
            assertThat(Numbers.parse(text + " " + sign.strip()))
                    .as(text + " " + sign)
                    .isEqualByComparingTo(number);
        }
    }
}
