// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the builder collects, and how a server is started from it. */
final class SimulatorSettings {

    private static final int THREADS = 64;
    private static final int LOGGED_RESPONSE_BYTES = 4096;
    private static final Set<Integer> PORTS_TAKEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "0.0.0.0", "::", "::1");

    String apiKey = "test-key";
    int port;
    String host = "127.0.0.1";
    int journalEntries = 10_000;
    Supplier<Instant> clock = Instant::now;
    PageLimits pageLimits = new PageLimits(100, 500);
    final Map<String, List<FieldDefinition>> customFields = new LinkedHashMap<>();
    final Map<String, Pipeline> pipelines = new LinkedHashMap<>();

    SimulatorSettings() {
        pipelines.put(OctolaneSimulator.DEFAULT_PIPELINE_ID, defaultPipeline());
    }

    OctolaneSimulator start() {
        SimulatorParts parts = SimulatorParts.of(
                apiKey, clock, new ConcurrentHashMap<>(pipelines), new CustomFields(customFields), pageLimits);
        return new OctolaneSimulator(parts, started(parts), LOCAL.contains(host) ? "localhost" : host);
    }

    /** A free port is one that no simulator of this JVM had: a client may still pause its calls to an earlier one there. */
    private WireMockServer started(SimulatorParts parts) {
        CatchAllStub catchAll = new CatchAllStub();
        WireMockServer server = new WireMockServer(
                configuration().extensions(parts.extension(), catchAll, parts.calls(), parts.board()));
        server.start();
        if (port == 0 && !PORTS_TAKEN.add(server.port())) {
            try {
                return started(parts);
            } finally {
                server.stop();
            }
        }
        catchAll.attach(server);
        return server;
    }

    private WireMockConfiguration configuration() {
        // compressing each page would be most of the work of a large read
        WireMockConfiguration configuration = wireMockConfig()
                .bindAddress(host)
                .containerThreads(THREADS)
                .gzipDisabled(true)
                .maxLoggedResponseSize(LOGGED_RESPONSE_BYTES);
        configuration = port == 0 ? configuration.dynamicPort() : configuration.port(port);
        configuration = configuration.withStores(new ApiJournal(configuration.filesRoot()));
        return journalEntries == 0
                ? configuration.disableRequestJournal()
                : configuration.maxRequestJournalEntries(journalEntries);
    }

    private static Pipeline defaultPipeline() {
        String id = OctolaneSimulator.DEFAULT_PIPELINE_ID;
        return new Pipeline(
                id,
                "Sales",
                List.of(
                        new Stage(OctolaneSimulator.STAGE_LEAD, "Lead", 1, "#9CA3AF", true, true, 10, "default"),
                        new Stage(
                                OctolaneSimulator.STAGE_QUALIFIED,
                                "Qualified",
                                2,
                                "#60A5FA",
                                true,
                                false,
                                25,
                                "default"),
                        new Stage(
                                OctolaneSimulator.STAGE_PROPOSAL, "Proposal", 3, "#818CF8", true, false, 50, "default"),
                        new Stage(
                                OctolaneSimulator.STAGE_NEGOTIATION,
                                "Negotiation",
                                4,
                                "#FBBF24",
                                true,
                                false,
                                75,
                                "default"),
                        new Stage(OctolaneSimulator.STAGE_WON, "Won", 5, "#34D399", true, false, 100, "positive"),
                        new Stage(OctolaneSimulator.STAGE_LOST, "Lost", 6, "#F87171", true, false, 0, "negative")));
    }
}
