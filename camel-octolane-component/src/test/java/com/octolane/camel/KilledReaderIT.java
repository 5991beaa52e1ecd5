// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.ChangingCrm.ReadPage;
import com.octolane.camel.poll.Change;
import com.octolane.camel.poll.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledReaderIT {

    private static final Duration LOOKBACK = Duration.ofSeconds(60);
    private static final int PAGE = 50;

    /** A reader is killed after it has delivered so many records, or a little later. */
    private static final int MOST_BEFORE_KILL = 6 * PAGE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"filter, 20, 20261125", "newestFirst, 5, 20261126"})
    void aReaderThatIsKilledAgainAndAgainLosesNothingAndRepeatsAPageAtMost(String scan, int kills, long seed)
            throws Exception {
        Deliveries deliveries = new Deliveries(folder);
        Random random = new Random(seed);
        try (PositionDatabase database = new PositionDatabase();
                ChangingCrm crm = new ChangingCrm(kills * MOST_BEFORE_KILL, seed)) {
            for (int kill = 0; kill < kills; kill++) {
                Path records = deliveries.next();
                int enough = random.nextInt(MOST_BEFORE_KILL);
                try (ChildJvm reader = start(scan, crm, database, records)) {
                    await().pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(2))
                            .atMost(Duration.ofSeconds(30))
                            .until(() -> deliveries.count(records) >= enough || !reader.isAlive());
                    assertThat(reader.isAlive()).as(reader.console()).isTrue();
                    reader.kill();
                }
                assertThatThePositionHoldsOnlyWhatWasDelivered(crm, database, deliveries.all());
            }
            assertThat(deliveries.all().containsAll(crm.versions()))
                    .as("all was read before the last kill")
                    .isFalse();
            crm.rest();
            try (ChildJvm reader = start(scan, crm, database, deliveries.next())) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> deliveries.all().containsAll(crm.versions()));
                assertThat(reader.stop()).as(reader.console()).isZero();
            }
            deliveries.assertOrder();
            assertThat(deliveries.repeats()).allMatch(repeats -> repeats <= PAGE);
            assertThat(deliveries.repeats()).as("some kills came within a page").anyMatch(repeats -> repeats > 0);
            if (scan.equals("filter")) {
                assertThatCompletedPagesWereDelivered(crm.pages(), deliveries.all());
            }
        }
    }

    private ChildJvm start(String scan, ChangingCrm crm, PositionDatabase database, Path records) throws Exception {
        String uri = "octolane:account?initialDelay=0&delay=50&stateRepository=#positions&pageSize=" + PAGE + "&scan="
                + scan + "&lookback=" + LOOKBACK.toSeconds() + "s";
        return ChildJvm.start(
                folder.resolve(records.getFileName() + ".log"),
                ChildJvm.SHORT_LIVED,
                ReaderMain.class,
                crm.baseUrl("localhost"),
                crm.apiKey(),
                database.url(),
                records.toString(),
                uri,
                "-");
    }

    /** What the next process will not ask for any more is what the file has. */
    private static void assertThatThePositionHoldsOnlyWhatWasDelivered(
            ChangingCrm crm, PositionDatabase database, Set<String> delivered) {
        Position position = database.position(LOOKBACK).orElse(null);
        assertThat(crm.versions())
                .filteredOn(version -> position != null && !position.isNew(change(version)))
                .allMatch(delivered::contains);
    }

    private static Change change(String version) {
        String[] parts = version.split("\\|");
        Instant time = Instant.parse(parts[1]);
        return new Change(parts[0], null, time, time, true, Map.of());
    }

    /** One page is fetched ahead: when a page is asked for, the route has finished with the last but one. */
    private static void assertThatCompletedPagesWereDelivered(List<ReadPage> pages, Set<String> delivered) {
        int completed = 0;
        for (int at = 0; at + 2 < pages.size(); at++) {
            if (!pages.get(at + 1).first() && !pages.get(at + 2).first()) {
                assertThat(delivered).containsAll(pages.get(at).versions());
                completed++;
            }
        }
        assertThat(completed).isGreaterThan(20);
    }
}
