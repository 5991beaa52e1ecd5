// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.ChangingCrm.ReadPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of which the cluster's master reads; both keep the position in one database. */
class ClusteredReaderIT {

    private static final int RECORDS = 4_000;
    private static final int PAGE = 50;
    private static final Duration LOOKBACK = Duration.ofSeconds(60);

    private record Node(String host, Path records, ChildJvm process) {}

    @TempDir
    Path folder;

    private final ChangingCrm crm = new ChangingCrm(RECORDS, 20261127);
    private final PositionDatabase database = new PositionDatabase();
    private final List<Node> nodes = new ArrayList<>();
    private Deliveries deliveries;
    private Node leader;
    private Node standby;

    ClusteredReaderIT() throws Exception {}

    private void startBoth() throws Exception {
        deliveries = new Deliveries(folder);
        // slow enough that the leader is in the midst of it when it goes
        crm.latency(Duration.ofMillis(30));
        Node first = start("localhost");
        Node second = start("127.0.0.1");
        await().atMost(Duration.ofSeconds(30)).until(() -> isUp(first) && isUp(second));
        await().atMost(Duration.ofSeconds(30)).until(() -> deliveries.all().size() > 5 * PAGE);
        leader = deliveries.count(first.records) > 0 ? first : second;
        standby = leader == first ? second : first;
        deliveries.order(leader.records, standby.records);
    }

    private Node start(String host) throws Exception {
        Path records = deliveries.next();
        String uri = "master:sync:octolane:account?initialDelay=0&delay=50&stateRepository=#positions&pageSize=" + PAGE;
        Node node = new Node(
                host,
                records,
                ChildJvm.start(
                        folder.resolve(host + ".log"),
                        ChildJvm.SHORT_LIVED,
                        ReaderMain.class,
                        crm.baseUrl(host),
                        crm.apiKey(),
                        database.url(),
                        records.toString(),
                        uri,
                        folder.resolve("locks").toString()));
        nodes.add(node);
        return node;
    }

    private static boolean isUp(Node node) throws Exception {
        assertThat(node.process.isAlive()).as(node.process.console()).isTrue();
        return node.process.console().contains(") started in ");
    }

    @AfterEach
    void end() {
        nodes.forEach(node -> node.process.close());
        database.close();
        crm.close();
    }

    @Test
    void whenTheReadingNodeIsKilledTheOtherGoesOnWithAPageRepeatedAtMost() throws Exception {
        startBoth();
        leader.process.kill();
        assertThatTheStandbyReadsTheRest();
        assertThat(deliveries.repeats().get(1)).isLessThanOrEqualTo(PAGE);
        assertThat(readsOfTheLeaderOnceTheOtherReads()).isZero();
    }

    @Test
    void whenTheReadingNodeIsStoppedTheOtherGoesOnWithAPageRepeatedAtMost() throws Exception {
        startBoth();
        assertThat(leader.process.stop()).as(leader.process.console()).isZero();
        assertThatTheStandbyReadsTheRest();
        // camel-master gives up the lock before the consumer has stopped
        assertThat(deliveries.repeats().get(1)).isLessThanOrEqualTo(PAGE);
        assertThat(readsOfTheLeaderOnceTheOtherReads()).isLessThanOrEqualTo(1);
    }

    private void assertThatTheStandbyReadsTheRest() {
        assertThat(deliveries.all().containsAll(crm.versions()))
                .as("all was read before")
                .isFalse();
        await().atMost(Duration.ofSeconds(30)).until(() -> deliveries.count(standby.records) > 5 * PAGE);
        crm.rest();
        await().atMost(Duration.ofSeconds(30)).until(() -> deliveries.all().containsAll(crm.versions()));
        deliveries.assertOrder();
        assertThat(database.position(LOOKBACK)).as("under the route's id").isPresent();
    }

    /** One after the other, never both. */
    private long readsOfTheLeaderOnceTheOtherReads() {
        List<String> readers = crm.pages().stream().map(ReadPage::host).toList();
        int handOver = readers.indexOf(standby.host);
        assertThat(readers.subList(0, handOver)).containsOnly(leader.host);
        return readers.subList(handOver, readers.size()).stream()
                .filter(leader.host::equals)
                .count();
    }
}
