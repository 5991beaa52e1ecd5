// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Records that contain themselves, or are half empty. */
class RecordShapesTest {

    private static final String PIPELINE = "11111111-1111-4111-8111-111111111111";
    private static final String STAGE = "22222222-2222-4222-8222-222222222222";
    private static final String ID = "33333333-3333-4333-8333-333333333333";
    private static final Defaults DEFAULTS = new Defaults(PIPELINE, null);

    private final ObjectMapper json = new ObjectMapper();
    private final RecordMapper mapper = new RecordMapper(MappingOptions.defaults(), json);

    @Test
    void anOpportunityThatContainsItselfIsRefused() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("opportunity", record);

        assertThatExceptionOfType(OctolaneMappingException.class)
                .isThrownBy(() -> mapper.create(OctolaneObject.opportunity, record, DEFAULTS));
    }

    @Test
    void anExchangeThatContainsItselfIsRefused() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(exchange.getMessage());

            assertThatExceptionOfType(OctolaneMappingException.class)
                    .isThrownBy(() -> mapper.create(OctolaneObject.account, exchange, Defaults.NONE));
            assertThatExceptionOfType(OctolaneMappingException.class)
                    .isThrownBy(() -> new RecordReader(json).many(exchange));
        }
    }

    @Test
    void aPartThatIsNullInAnUpdateIsNoCustomAttribute() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", "Pilot");
        record.put("opportunity", null);
        record.put("related_objects", null);
        record.put("custom_fields", null);

        assertThat(mapper.update(OctolaneObject.opportunity, record).changes()).hasToString("{\"name\":\"Pilot\"}");
    }

    @Test
    void anUpdateSendsOneOfTwoNamesForTheSameThing() {
        Map<String, Object> both = Map.of("stage_id", STAGE, "stage_name", "Won");
        Map<String, Object> cleared = new LinkedHashMap<>();
        cleared.put("owner_id", null);
        cleared.put("owner_email", "rep@ours.com");

        assertThat(mapper.update(OctolaneObject.opportunity, both).changes())
                .hasToString("{\"stage_id\":\"" + STAGE + "\"}");
        assertThat(mapper.update(OctolaneObject.opportunity, cleared).changes())
                .hasToString("{\"owner_email\":\"rep@ours.com\"}");
    }

    @Test
    void aSalesforceRelationThatIsNullIsLeftOut() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("attributes", Map.of("type", "Opportunity"));
        record.put("Name", "Pilot");
        record.put("Account", null);
        record.put("Owner", null);

        assertThat(mapperWith(Preset.salesforce, Map.of())
                        .update(OctolaneObject.opportunity, record)
                        .changes())
                .hasToString("{\"name\":\"Pilot\"}");
    }

    private RecordMapper mapperWith(Preset preset, Map<String, String> names) {
        return new RecordMapper(new MappingOptions(preset, names, Unmapped.custom, null, ZoneOffset.UTC), json);
    }
}
