// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.OctolaneConstants;
import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.OctolaneSimulator;
import com.octolane.camel.simulator.OctolaneWorld;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In a world that differs, the lines that the doctor recommends make the component do what it promises. */
class RemediesTest {

    private final OctolaneSimulator simulator = OctolaneSimulator.builder()
            .customField("accounts", "tier", "Tier Of Customer", "string")
            .start();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private Main main;

    @BeforeEach
    void fill() {
        SampleCrm.fill(simulator);
    }

    @AfterEach
    void stop() {
        if (main != null) {
            main.stop();
        }
        simulator.close();
    }

    /** Starts an application with what the doctor recommends for this world, and nothing else. */
    private ProducerTemplate startAsRecommended(String... more) throws Exception {
        Set<String> lines =
                Run.check(simulator, "--write", "--yes", "--format=json").lines();
        assertThat(lines).isNotEmpty();
        return start(Stream.concat(lines.stream(), Stream.of(more)));
    }

    private ProducerTemplate start(Stream<String> lines) throws Exception {
        main = new Main();
        main.addInitialProperty("camel.main.auto-configuration-log-summary", "false");
        main.addInitialProperty("camel.component.octolane.base-url", simulator.baseUrl());
        main.addInitialProperty("camel.component.octolane.api-key", simulator.apiKey());
        main.addInitialProperty("camel.component.octolane.pipeline-id", OctolaneSimulator.DEFAULT_PIPELINE_ID);
        lines.forEach(line -> main.addInitialProperty(line.split(" = ")[0], line.split(" = ")[1]));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("octolane:account?delay=50&initialDelay=0")
                        .autoStartup("{{read:false}}")
                        .process(exchange -> delivered.add(
                                exchange.getMessage().getHeader(OctolaneConstants.RECORD_KEY, String.class)));
            }
        });
        main.start();
        return main.getCamelContext().createProducerTemplate();
    }

    static Stream<Consumer<OctolaneWorld>> scans() {
        return Stream.of(
                world -> world.ignoreFilter(true),
                world -> world.ignoreSort(true),
                world -> world.refuseUpdatedAtFilter(true),
                world -> world.refuseUpdatedAtSort(true));
    }

    @ParameterizedTest
    @MethodSource("scans")
    void everyChangeIsDeliveredOnce(Consumer<OctolaneWorld> bend) throws Exception {
        bend.accept(simulator.world());
        startAsRecommended("read = true");
        int there = simulator.count("accounts");
        await().until(() -> delivered.size() == there);
        simulator.touch(
                "accounts", simulator.records("accounts").get(0).get("id").toString());
        await().until(() -> delivered.size() > there);
        assertThat(delivered).hasSize(there + 1).doesNotHaveDuplicates();
    }

    @Test
    void allRecordsAreReadInPagesOfTheSizeThatIsGiven() throws Exception {
        simulator.world().differ(Difference.LIMIT_IS_CLAMPED);
        for (int i = 0; i < 250; i++) {
            simulator.seed("accounts", Map.of("domain", "more" + i + ".example"));
        }
        ProducerTemplate template = startAsRecommended();
        List<?> all = template.requestBody("octolane:account?operation=list&paging=all", null, List.class);
        assertThat(all).hasSize(simulator.count("accounts"));
    }

    @Test
    void aCustomFieldGoesUnderTheNameThatIsTaken() throws Exception {
        for (Difference way : List.of(Difference.CUSTOM_VALUES_BY_SLUG, Difference.CUSTOM_VALUES_BY_PROPERTY_NAME)) {
            simulator.reset();
            SampleCrm.fill(simulator);
            simulator.world().differ(way);
            ProducerTemplate template = startAsRecommended();
            Object name = Map.of("domain", "new.example", "Tier Of Customer", "gold");
            template.sendBody("octolane:account", name);
            assertThat(simulator.records("accounts").stream()
                            .filter(each -> each.get("domain").equals("new.example"))
                            .map(each -> each.get("custom_fields").toString()))
                    .as(way.name())
                    .containsExactly("{tier=gold}");
            main.stop();
        }
    }

    @Test
    void aRecordThatExistsIsLookedForBeforeItIsWritten() throws Exception {
        simulator.world().differ(Difference.CREATES_OVERWRITE);
        ProducerTemplate template = startAsRecommended();
        simulator.wireMock().resetRequests();
        template.sendBody("octolane:account", Map.of("domain", SampleCrm.DOMAIN, "name", SampleCrm.NAME + 0));
        assertThat(simulator.wireMock().getAllServeEvents())
                .extracting(each -> each.getRequest().getUrl())
                .containsExactly("/v1/accounts/search");
    }

    @Test
    void anUpdateUsesTheNamesOfTheDefinitions() throws Exception {
        simulator.world().differ(Difference.PREFIXED_FIELDS_OF_OPPORTUNITIES);
        ProducerTemplate template = startAsRecommended();
        Map<String, Object> deal = simulator.records("opportunities").get(0);
        template.sendBody("octolane:opportunity?operation=update", Map.of("id", deal.get("id"), "deal_size", 77));
        assertThat(simulator.find("opportunities", deal.get("id").toString()).get("deal_size"))
                .hasToString("77");
    }
}
