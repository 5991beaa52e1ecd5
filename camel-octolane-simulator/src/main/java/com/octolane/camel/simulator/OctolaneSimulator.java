// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * An in-memory Octolane API on a local port. It refuses what the real API would refuse, by {@link OctolaneOpenApi}, and every request is in
 * WireMock's journal; stubs that a test adds to {@link #wireMock()} answer before it. Safe for use by many threads.
 */
public final class OctolaneSimulator implements AutoCloseable {

    /** The pipeline that is always there, with the stages Lead, Qualified, Proposal, Negotiation, Won and Lost. */
    public static final String DEFAULT_PIPELINE_ID = "0c7a1a9e-0000-4000-8000-000000000001";

    public static final String STAGE_LEAD = "0c7a1a9e-0000-4000-8000-000000000011";
    public static final String STAGE_QUALIFIED = "0c7a1a9e-0000-4000-8000-000000000012";
    public static final String STAGE_PROPOSAL = "0c7a1a9e-0000-4000-8000-000000000013";
    public static final String STAGE_NEGOTIATION = "0c7a1a9e-0000-4000-8000-000000000014";
    public static final String STAGE_WON = "0c7a1a9e-0000-4000-8000-000000000015";
    public static final String STAGE_LOST = "0c7a1a9e-0000-4000-8000-000000000016";

    private final SimulatorParts parts;
    private final WireMockServer server;
    private final String host;

    OctolaneSimulator(SimulatorParts parts, WireMockServer server, String host) {
        this.parts = parts;
        this.server = server;
        this.host = host;
    }

    /** A simulator with the key {@code test-key} on a free port of the loopback interface, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** What {@code baseUrl} of the component takes, for example {@code http://localhost:4711/v1}. */
    public String baseUrl() {
        return "http://" + host + ':' + port() + "/v1";
    }

    /** The address of the page that shows what happens in the simulator, for example {@code http://localhost:4711/}. */
    public String boardUrl() {
        return "http://" + host + ':' + port() + '/';
    }

    public int port() {
        return server.port();
    }

    /** The only key that is accepted. */
    public String apiKey() {
        return parts.apiKey();
    }

    /** The server below: for stubs of your own, faults, the journal and verification. */
    public WireMockServer wireMock() {
        return server;
    }

    /** @return the id of a stage of the default pipeline, by its name in any case */
    public String stageId(String stageName) {
        return stageId(DEFAULT_PIPELINE_ID, stageName);
    }

    public String stageId(String pipelineId, String stageName) {
        Pipeline pipeline = parts.pipelines().get(pipelineId);
        if (pipeline == null) {
            throw new IllegalArgumentException("No pipeline " + pipelineId);
        }
        return pipeline.stageByName(stageName)
                .map(Stage::id)
                .orElseThrow(() -> new IllegalArgumentException("No stage " + stageName));
    }

    /**
     * Every record of an object as the API shows it, in the order of creation.
     *
     * @param plural opportunities, accounts, contacts, notes or activities
     */
    public List<Map<String, Object>> records(String plural) {
        return parts.store().snapshot(Kind.of(plural));
    }

    /** @return the record as the API shows it, or null */
    public Map<String, Object> find(String plural, String id) {
        return parts.seeds().find(Kind.of(plural), id);
    }

    public int count(String plural) {
        Kind kind = Kind.of(plural);
        return parts.store().reading(() -> parts.store().table(kind).size());
    }

    /**
     * Adds a record past the API and its checks. {@code id}, {@code created_at} and {@code updated_at} (text or {@link Instant}) are taken
     * when present, {@code custom_fields} and unknown keys become custom fields, an opportunity without pipeline goes to the default one.
     *
     * @return the record as the API shows it
     */
    public Map<String, Object> seed(String plural, Map<String, ?> fields) {
        return parts.seeds().add(Kind.of(plural), fields);
    }

    public void seed(String plural, Iterable<? extends Map<String, ?>> records) {
        Kind kind = Kind.of(plural);
        records.forEach(record -> parts.seeds().add(kind, record));
    }

    /** Changes some fields of a record and moves its {@code updated_at} to now, unless the changes themselves say another time. */
    public Map<String, Object> change(String plural, String id, Map<String, ?> changes) {
        return parts.seeds().change(Kind.of(plural), id, changes);
    }

    /** Moves a record's {@code updated_at} to now. */
    public Map<String, Object> touch(String plural, String id) {
        return change(plural, id, Map.of());
    }

    /** The switches for the ways in which a server can misbehave. */
    public OctolaneWorld world() {
        return parts.world();
    }

    /** Calls that go wrong by a script, latency and a rate limit. */
    public Faults faults() {
        return new Faults(parts.script());
    }

    /** Back to the state after the start: no records, no stubs of a test's own, every switch off, an empty journal. */
    public void reset() {
        parts.reset();
        server.resetAll();
    }

    @Override
    public void close() {
        parts.script().close();
        server.stop();
    }

    /** Collects the settings of a simulator. */
    public static final class Builder {

        private final SimulatorSettings settings = new SimulatorSettings();

        private Builder() {}

        public Builder apiKey(String apiKey) {
            settings.apiKey = Objects.requireNonNull(apiKey);
            return this;
        }

        /** @param port 0, the default, takes a free one */
        public Builder port(int port) {
            settings.port = port;
            return this;
        }

        /** @param host the address to listen on; {@code 0.0.0.0} for all of them, the default is the loopback interface */
        public Builder host(String host) {
            settings.host = Objects.requireNonNull(host);
            return this;
        }

        /** Adds a pipeline; the ids of its stages come from {@link OctolaneSimulator#stageId(String, String)}. */
        public Builder pipeline(String id, String name, String... stageNames) {
            settings.pipelines.put(id, Pipeline.of(id, name, List.of(stageNames)));
            return this;
        }

        /** The time that records are stamped with and that the Date header tells. */
        public Builder clock(Clock clock) {
            return clock(clock::instant);
        }

        public Builder clock(Supplier<Instant> clock) {
            settings.clock = Objects.requireNonNull(clock);
            return this;
        }

        /**
         * Defines a custom field; one that is written without definition gets a plain one.
         *
         * @param scope the id of the pipeline for opportunities, otherwise accounts or contacts
         * @param slug the key in {@code custom_fields}; the property name is {@code custom__} and the slug
         * @param attributeType for example string, number, select
         */
        public Builder customField(String scope, String slug, String name, String attributeType) {
            settings.customFields
                    .computeIfAbsent(scope, s -> new ArrayList<>())
                    .add(FieldDefinition.custom(scope, slug, name, attributeType));
            return this;
        }

        /**
         * Defines a select.
         *
         * @param scope as that of {@link #customField}
         * @param slug as that of {@link #customField}
         * @param valuesByLabel its options: what people see, and what records hold
         */
        public Builder customSelect(String scope, String slug, String name, Map<String, String> valuesByLabel) {
            List<Map<String, String>> options = new ArrayList<>();
            valuesByLabel.forEach((label, value) -> options.add(Map.of("label", label, "value", value)));
            settings.customFields
                    .computeIfAbsent(scope, s -> new ArrayList<>())
                    .add(FieldDefinition.custom(scope, slug, name, "select").with(Map.of("options", options)));
            return this;
        }

        /** How many records a page has when the request does not say (default 100), and at most (default 500). */
        public Builder pageLimits(int standard, int maximum) {
            settings.pageLimits = new PageLimits(standard, maximum);
            return this;
        }

        /** How many requests the journal keeps (default 10,000); 0 keeps no journal, which large runs want. */
        public Builder journalEntries(int entries) {
            settings.journalEntries = entries;
            return this;
        }

        public OctolaneSimulator start() {
            return settings.start();
        }
    }
}
