// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneMappingException.Problem;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What the tests of this package share. */
final class Mapping {

    static final String PIPELINE = "11111111-2222-4333-8444-555555555555";
    static final String STAGE = "22222222-2222-4333-8444-555555555555";
    static final String RECORD = "33333333-2222-4333-8444-555555555555";
    static final ObjectMapper JSON = new ObjectMapper();

    private Mapping() {}

    // mappers remember keys: one for all tests would let one test answer for another

    static RecordMapper plain() {
        return with(MappingOptions.defaults());
    }

    static RecordMapper salesforce() {
        return with(new MappingOptions(Preset.salesforce, Map.of(), Unmapped.custom, null, ZoneOffset.UTC));
    }

    static RecordMapper with(MappingOptions options) {
        return new RecordMapper(options, JSON);
    }

    static RecordMapper mapping(Map<String, String> fields) {
        return with(new MappingOptions(Preset.octolane, fields, Unmapped.custom, null, ZoneOffset.UTC));
    }

    static RecordMapper dates(String format, String zone) {
        return with(new MappingOptions(Preset.octolane, Map.of(), Unmapped.custom, format, ZoneId.of(zone)));
    }

    static RecordMapper unmapped(Unmapped unmapped) {
        return with(new MappingOptions(Preset.octolane, Map.of(), unmapped, null, ZoneOffset.UTC));
    }

    /** A Map in which null may stand. */
    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What goes over the wire: numbers have no Java type there. */
    static JsonNode create(RecordMapper mapper, OctolaneObject object, Object record) {
        return json(mapper.create(object, record, Defaults.NONE).toString());
    }

    static JsonNode account(Object... more) {
        Map<String, Object> record = map("domain", "acme.com");
        record.putAll(map(more));
        return create(plain(), OctolaneObject.account, record);
    }

    static JsonNode contact(Object... more) {
        Map<String, Object> record = map("email", "ann@acme.com");
        record.putAll(map(more));
        return create(plain(), OctolaneObject.contact, record);
    }

    static JsonNode deal(RecordMapper mapper, Object... more) {
        Map<String, Object> record = map("pipeline_id", PIPELINE, "name", "Pilot");
        record.putAll(map(more));
        return create(mapper, OctolaneObject.opportunity, record);
    }

    static JsonNode changes(OctolaneObject object, Object... pairs) {
        return json(plain().update(object, map(pairs)).changes().toString());
    }

    static List<Problem> problemsOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        OctolaneMappingException refused = Assertions.catchThrowableOfType(OctolaneMappingException.class, call);
        Assertions.assertThat(refused).as("the record should be refused").isNotNull();
        return refused.getProblems();
    }
}
