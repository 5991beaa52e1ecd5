// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.octolane.camel.simulator.OctolaneSimulator;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two copies as a user starts them, each a JVM of its own. */
class TakeoverIT {

    private static final int CONTACTS = 2_500;
    private static final int PAGE = 500;

    @TempDir
    Path folder;

    private final List<Copy> copies = new ArrayList<>();
    private OctolaneSimulator crm;
    private SampleDatabase server;
    private HikariDataSource database;
    private JdbcTemplate sql;

    @BeforeEach
    void start() throws Exception {
        crm = OctolaneSimulator.builder().start();
        server = SampleDatabase.start(folder, 0);
        database = Database.open(server.url());
        sql = new JdbcTemplate(database);
    }

    @AfterEach
    void stop() throws Exception {
        copies.forEach(Copy::close);
        database.close();
        server.close();
        crm.close();
    }

    @Test
    void whenTheCopyThatPollsIsKilledTheOtherGoesOnFromItsPositionAndLosesNothing() throws Exception {
        Copy one = startCopy("one");
        Copy other = startCopy("other");
        copies.forEach(Copy::awaitStart);
        soon().until(() -> copies.stream().anyMatch(Copy::polls));
        Copy leader = one.polls() ? one : other;
        Copy standby = leader == one ? other : one;

        crm.faults().latency(Duration.ofMillis(300));
        seedContacts();
        soon().until(() -> count() > 2 * PAGE);
        leader.close();
        int before = count();
        assertThat(before).as("killed half-way").isLessThan(CONTACTS);
        assertThat(standby.polls()).isFalse();

        soon().until(() -> count() == CONTACTS);
        soon().until(() -> standby.rowsWritten() >= CONTACTS - before);
        assertThat(standby.rowsWritten()).isLessThanOrEqualTo(CONTACTS - before + PAGE);

        crm.change("contacts", id(7), Map.of("job_title", "Boss"));
        soon().until(() -> sql.queryForList("select id from contact where job_title = 'Boss'", String.class)
                .equals(List.of(id(7))));
        assertThat(count()).isEqualTo(CONTACTS);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private int count() {
        return sql.queryForObject("select count(*) from contact", Integer.class);
    }

    private void seedContacts() {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < CONTACTS; i++) {
            crm.seed(
                    "contacts",
                    Map.of("id", id(i), "email", "c" + i + "@a.example", "updated_at", first.plusSeconds(i)));
        }
    }

    private static String id(int i) {
        return SampleRecords.id("contact " + i);
    }

    private Copy startCopy(String name) throws IOException {
        Map<String, String> settings = new HashMap<>(SampleServers.settingsOf(crm));
        settings.put("database.url", server.url());
        settings.put("lock.folder", folder.resolve("lock").toString());
        settings.put("poll.delay", "200");
        Copy copy = Copy.start(folder.resolve(name + ".log"), settings);
        copies.add(copy);
        return copy;
    }
}
