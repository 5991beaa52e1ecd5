// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class MapperPropertiesTest {

    private static final RecordReader READER = new RecordReader(Mapping.JSON);

    /** A bean that fails as soon as it is looked at. */
    public static final class Throwing {
        public String getName() {
            throw new IllegalStateException("no name");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    /** A bean that holds itself. */
    public static final class Endless {
        public Endless getSelf() {
            return this;
        }
    }

    private static Map<Object, Object> cyclicMap() {
        Map<Object, Object> outer = new HashMap<>();
        outer.put("opportunity", new HashMap<>(Map.of("related_objects", outer, "opportunity", outer)));
        outer.put("custom_fields", outer);
        outer.put("name", outer);
        outer.put("emailVerified", new HashMap<>(Map.of("x", outer)));
        outer.put("account", outer);
        return outer;
    }

    private static List<Object> cyclicList() {
        List<Object> list = new ArrayList<>();
        list.add(List.of(list));
        list.add(list);
        return list;
    }

    private static Object deep() {
        Object deep = "end";
        for (int i = 0; i < 20_000; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("opportunity", deep);
        }
        return deep;
    }

    /** Values are made last, since those that hold themselves have no hash, for which the property engine asks. */
    private static Supplier<Object> made(Object value) {
        return () -> value;
    }

    private static Arbitrary<Supplier<Object>> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(MapperPropertiesTest::made),
                Arbitraries.of(
                                "2026-02-11",
                                "12,500.00",
                                "a@x.com",
                                "https://acme.com",
                                "CALL",
                                "yes",
                                "{",
                                "[]",
                                "1e99",
                                Mapping.PIPELINE)
                        .map(MapperPropertiesTest::made),
                Arbitraries.bigDecimals().map(MapperPropertiesTest::made),
                Arbitraries.longs().map(MapperPropertiesTest::made),
                Arbitraries.doubles().map(MapperPropertiesTest::made),
                Arbitraries.just(made(null)),
                Arbitraries.of(
                                Double.NaN,
                                Float.NEGATIVE_INFINITY,
                                new BigDecimal("1E+2147483647"),
                                new BigDecimal("1E-2147483647"),
                                Boolean.TRUE,
                                'x',
                                new byte[] {1},
                                new int[0],
                                java.time.Instant.MAX,
                                java.time.LocalTime.NOON,
                                new java.util.Date(Long.MIN_VALUE))
                        .map(MapperPropertiesTest::made),
                Arbitraries.just((Supplier<Object>) Object::new),
                Arbitraries.just((Supplier<Object>) Throwing::new),
                Arbitraries.just((Supplier<Object>) Endless::new),
                Arbitraries.just((Supplier<Object>) MapperPropertiesTest::cyclicMap),
                Arbitraries.just((Supplier<Object>) MapperPropertiesTest::cyclicList),
                Arbitraries.just((Supplier<Object>) MapperPropertiesTest::deep));
    }

    private static Arbitrary<Object> keys() {
        List<Object> known = new ArrayList<>(List.of(
                "opportunity",
                "related_objects",
                "custom_fields",
                "customAttributes",
                "id",
                "Website",
                "account",
                "",
                " "));
        for (OctolaneObject object : OctolaneObject.values()) {
            known.addAll(FieldTable.of(object).names());
        }
        return Arbitraries.oneOf(
                Arbitraries.of(known),
                Arbitraries.of(known),
                Arbitraries.strings().ofMaxLength(10).map(each -> each),
                Arbitraries.integers().map(each -> each),
                Arbitraries.create(Throwing::new),
                Arbitraries.create(() -> null));
    }

    private static Arbitrary<Supplier<Object>> values(int depth) {
        return depth == 0
                ? leaves()
                : Arbitraries.frequencyOf(
                        Tuple.of(4, leaves()), Tuple.of(1, lists(depth - 1)), Tuple.of(2, maps(depth - 1)));
    }

    private static Arbitrary<Supplier<Object>> lists(int depth) {
        return values(depth)
                .list()
                .ofMaxSize(3)
                .map(each ->
                        () -> new ArrayList<>(each.stream().map(Supplier::get).toList()));
    }

    private static Arbitrary<Supplier<Object>> maps(int depth) {
        return Combinators.combine(keys(), values(depth))
                .as((key, value) -> new Object[] {key, value})
                .list()
                .ofMaxSize(8)
                .map(entries -> () -> {
                    Map<Object, Object> map = new HashMap<>();
                    entries.forEach(entry -> map.put(entry[0], ((Supplier<?>) entry[1]).get()));
                    return map;
                });
    }

    @Provide
    Arbitrary<Supplier<Object>> records() {
        return Arbitraries.frequencyOf(Tuple.of(8, maps(2)), Tuple.of(1, leaves()), Tuple.of(1, values(2)));
    }

    @Property(tries = 500)
    void noRecordMakesTheMapperThrowAnythingButItsOwnException(
            @ForAll("records") Supplier<Object> record,
            @ForAll OctolaneObject object,
            @ForAll Preset preset,
            @ForAll Unmapped unmapped) {
        RecordMapper mapper =
                Mapping.with(new MappingOptions(preset, Map.of("x", "id"), unmapped, null, java.time.ZoneOffset.UTC));

        refusesOnlyWith(() -> mapper.create(object, record.get(), Defaults.NONE).toString());
        refusesOnlyWith(() -> mapper.update(object, record.get()).changes().toString());
    }

    @Property(tries = 500)
    void noBodyMakesTheReaderThrowAnythingButItsOwnException(@ForAll("records") Supplier<Object> body) {
        refusesOnlyWith(() -> READER.one(body.get()));
        refusesOnlyWith(() -> {
            try (RecordIterator records = READER.many(body.get())) {
                for (int i = 0; i < 1000 && records.hasNext(); i++) {
                    records.next();
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static void refusesOnlyWith(Runnable call) {
        try {
            call.run();
        } catch (OctolaneMappingException e) {
            assertThat(e.getProblems()).isNotEmpty();
        }
    }

    @Property
    void keysAreComparedBlindToCaseAndSeparators(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String key,
            @ForAll("separators") List<String> separators) {
        StringBuilder spelt = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            spelt.append(separators.get(i % separators.size()))
                    .append(i % 2 == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }

        assertThat(Keys.normalise(spelt.toString())).isEqualTo(Keys.normalise(key));
    }

    @Property
    void keysOfOtherLettersAreOthers(@ForAll @AlphaChars String one, @ForAll @AlphaChars String other) {
        assertThat(Keys.normalise(one).equals(Keys.normalise(other))).isEqualTo(one.equalsIgnoreCase(other));
    }

    @Provide
    Arbitrary<List<String>> separators() {
        return Arbitraries.of("", " ", "_", "-", ".", "\t", "\u00A0", "\u202F", "__")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
