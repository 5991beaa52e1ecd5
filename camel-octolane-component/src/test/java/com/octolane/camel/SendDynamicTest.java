// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.octolane.camel.simulator.OctolaneSimulator.DEFAULT_PIPELINE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendDynamicTest extends Simulated {

    private static final String OTHER_PIPELINE = "0c7a1a9e-0000-4000-8000-000000000002";

    @RegisterExtension
    static final OctolaneSimulatorExtension CRM = OctolaneSimulatorExtension.of(
            OctolaneSimulator.builder().pipeline(OTHER_PIPELINE, "Renewals", "Lead", "Won"));

    private void route(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD(uri);
            }
        });
    }

    private Exchange send(Object body, Map<String, Object> headers) {
        return template.request("direct:in", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private List<String> endpoints() {
        return context.getEndpoints().stream()
                .map(Object::toString)
                .filter(uri -> uri.contains("octolane:"))
                .toList();
    }

    @Test
    void aThousandIdsShareOneProducer() throws Exception {
        List<String> ids = IntStream.range(0, 1000)
                .mapToObj(i -> simulator
                        .seed("accounts", Map.of("domain", "a" + i + ".com"))
                        .get("id")
                        .toString())
                .toList();
        route("octolane:account?operation=get&recordId=${header.id}&outputFormat=map");

        for (String id : ids) {
            Exchange answer = send(null, Map.of("id", id));
            assertThat(answer.getMessage().getBody(Map.class).get("id")).isEqualTo(id);
        }

        assertThat(endpoints()).hasSize(1).first().asString().doesNotContain("recordId");
    }

    @Test
    void operationsAndPipelinesShareOneProducerAndLeaveNoHeaderBehind() throws Exception {
        route("octolane:opportunity?operation=${header.what}&pipelineId=${header.where}&failOnPartial=false");

        Exchange single = send(deal(), Map.of("what", "create", "where", DEFAULT_PIPELINE_ID));
        send(List.of(deal(), deal()), Map.of("what", "bulkCreate", "where", OTHER_PIPELINE));
        Exchange list = send(null, Map.of("what", "list", "where", OTHER_PIPELINE));

        assertThat(list.getMessage().getBody(List.class).size()).isEqualTo(2);
        assertThat(single.getMessage().getHeaders())
                .doesNotContainKeys(OctolaneConstants.OPERATION, OctolaneConstants.PIPELINE_ID)
                .containsKey(OctolaneConstants.RECORD_ID);
        assertThat(endpoints()).hasSize(1);
    }

    private static Map<String, Object> deal() {
        return Map.of("name", "Acme", "stage_name", "Lead");
    }

    @Test
    void eachObjectHasAProducerOfItsOwn() throws Exception {
        route("octolane:${header.object}");
        send(Map.of("domain", "acme.com"), Map.of("object", "account"));
        send(Map.of("email", "a@acme.com"), Map.of("object", "contact"));
        send(Map.of("email", "b@acme.com"), Map.of("object", "contact"));
        assertThat(endpoints()).hasSize(2);
        assertThat(simulator.count("contacts")).isEqualTo(2);
    }

    @Test
    void filtersAndWordsWithSpecialCharactersArriveWhole() throws Exception {
        simulator.seed("accounts", Map.of("domain", "a.com", "name", "Salt & Pepper = 100%", "founded", 1999));
        simulator.seed("accounts", Map.of("domain", "b.com", "name", "Salt & Pepper = 100%", "founded", 2001));
        route("octolane:account?operation=search&filter.name=RAW(${header.name})&filter.founded=lt:2000");

        Exchange answer = send(null, Map.of("name", "Salt & Pepper = 100%"));
        Exchange other = send(null, Map.of("name", "nobody"));

        assertThat(answer.getMessage().getBody(List.class).size()).isEqualTo(1);
        assertThat(other.getMessage().getBody(List.class).size()).isZero();
        assertThat(answer.getMessage().getHeaders()).doesNotContainKey(OctolaneConstants.FILTERS);
        assertThat(endpoints()).hasSize(1);
    }

    @Test
    void aHeaderOfTheMessageGoesBeforeTheOptionAndStays() throws Exception {
        route("octolane:opportunity?operation=create&pipelineId=${header.where}");
        Exchange answer =
                send(deal(), Map.of("where", OTHER_PIPELINE, OctolaneConstants.PIPELINE_ID, DEFAULT_PIPELINE_ID));
        assertThat(simulator.records("opportunities").get(0)).containsEntry("pipeline_id", DEFAULT_PIPELINE_ID);
        assertThat(answer.getMessage().getHeader(OctolaneConstants.PIPELINE_ID)).isEqualTo(DEFAULT_PIPELINE_ID);
    }

    @Test
    void anIdLeftOverFromAnotherObjectGivesWayToTheOption() throws Exception {
        String id =
                simulator.seed("accounts", Map.of("domain", "a.com")).get("id").toString();
        route("octolane:account?operation=get&recordId=${header.id}");
        Exchange answer =
                send(null, Map.of("id", id, OctolaneConstants.RECORD_ID, Wire.ID, OctolaneConstants.OBJECT, "contact"));
        assertThat(answer.getMessage().getHeader(OctolaneConstants.FOUND)).isEqualTo(true);
        assertThat(answer.getMessage().getHeader(OctolaneConstants.RECORD_ID)).isEqualTo(id);
    }

    @Test
    void aWholeUriMayBeComputed() throws Exception {
        route("${header.uri}");
        Exchange answer =
                send(Map.of("email", "a@acme.com"), Map.of("uri", "octolane://contact?operation=upsert&maxRetries=1"));
        assertThat(answer.getException()).isNull();
        assertThat(simulator.count("contacts")).isEqualTo(1);
    }

    @Test
    void aWrongValueTellsWhatIsValid() throws Exception {
        route("octolane:${header.object}?operation=${header.what}&pageSize=${header.size}");
        assertThat(send(null, Map.of("object", "account", "what", "destroy", "size", 1))
                        .getException())
                .hasMessageContaining("destroy")
                .hasMessageContaining("bulkUpsert");
        assertThat(send(null, Map.of("object", "lead", "what", "list", "size", 1))
                        .getException())
                .hasStackTraceContaining("Valid objects: opportunity");
        assertThat(send(null, Map.of("object", "account", "what", "list", "size", 501))
                        .getException())
                .isInstanceOf(OctolaneMappingException.class)
                .hasMessageContaining("1 to 500");
    }
}
