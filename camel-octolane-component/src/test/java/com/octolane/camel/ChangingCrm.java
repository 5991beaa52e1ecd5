// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A simulator whose accounts change at every read. It remembers which pages it gave to whom. */
final class ChangingCrm implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofSeconds(1);
    private static final int CHANGES_A_READ = 3;

    /**
     * @param host     the name under which the reader knows the simulator
     * @param first    whether a scan begins with it
     * @param versions as {@code id|updated_at}
     */
    record ReadPage(String host, boolean first, List<String> versions) {}

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final OctolaneSimulator simulator =
            OctolaneSimulator.builder().clock(now::get).journalEntries(0).start();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> ids = new ArrayList<>();
    private final List<ReadPage> pages = new ArrayList<>();
    private final Random random;
    private volatile boolean changing = true;

    ChangingCrm(int records, long seed) {
        random = new Random(seed);
        for (int i = 0; i < records; i++) {
            ids.add((String) simulator
                    .seed("accounts", Map.of("domain", "c" + i + ".com"))
                    .get("id"));
            now.updateAndGet(instant -> instant.plus(APART));
        }
        simulator.world().beforeEachRead(call -> change());
        simulator.wireMock().addMockServiceRequestListener((request, response) -> {
            try {
                JsonNode asked = json.readTree(request.getBody());
                JsonNode answer = json.readTree(response.getBody());
                List<String> versions = new ArrayList<>();
                answer.path("data").path("accounts").forEach(each -> versions.add(version(each)));
                synchronized (pages) {
                    pages.add(new ReadPage(
                            request.getHost(),
                            asked.path("cursor").isMissingNode()
                                    || asked.path("cursor").isNull(),
                            versions));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String version(JsonNode account) {
        return account.get("id").asText() + "|" + account.get("updated_at").asText();
    }

    private synchronized void change() {
        for (int i = 0; changing && i < CHANGES_A_READ; i++) {
            now.updateAndGet(instant -> instant.plus(APART));
            simulator.touch("accounts", ids.get(random.nextInt(ids.size())));
        }
    }

    synchronized void rest() {
        changing = false;
    }

    void latency(Duration latency) {
        simulator.faults().latency(latency);
    }

    String apiKey() {
        return simulator.apiKey();
    }

    /** @param host localhost or 127.0.0.1: readers with different names can be told apart */
    String baseUrl(String host) {
        return "http://" + host + ":" + simulator.port() + "/v1";
    }

    /** The present version of every account, as {@code id|updated_at}. */
    Set<String> versions() {
        return simulator.records("accounts").stream()
                .map(account -> account.get("id") + "|" + account.get("updated_at"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    List<ReadPage> pages() {
        synchronized (pages) {
            return List.copyOf(pages);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
