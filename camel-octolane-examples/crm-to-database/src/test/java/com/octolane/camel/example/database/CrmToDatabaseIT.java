// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.poll.JdbcStateRepository;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** On a real PostgreSQL; the first run of the example has left its data there. */
class CrmToDatabaseIT {

    @TempDir
    static Path folder;

    private static int rowsOfTheFirstRun;
    private static SampleDatabase server;
    private static HikariDataSource database;
    private static JdbcTemplate sql;

    @BeforeAll
    static void runForTheFirstTime() throws Exception {
        rowsOfTheFirstRun =
                CrmToDatabase.run(Map.of("data.folder", folder.toString())).total();
        server = SampleDatabase.start(folder, 0);
        database = Database.open(server.url());
        sql = new JdbcTemplate(database);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        server.close();
    }

    @Test
    void aSecondRunMovesOnlyWhatChanged() throws Exception {
        assertThat(rowsOfTheFirstRun).isEqualTo(12);
        Map<String, Object> before = row("opportunity", SampleRecords.id("Pilot"));

        RowsWritten second = CrmToDatabase.run(Map.of(
                "database.url",
                server.url(),
                "data.folder",
                folder.resolve("second").toString()));

        assertThat(second.total()).isEqualTo(2);
        assertThat(count("contact")).isEqualTo(8);
        assertThat(count("opportunity")).isEqualTo(4);
        assertThat(row("opportunity", SampleRecords.id("Pilot")))
                .doesNotContainEntry("updated_at", before.get("updated_at"));
        assertThat(row("opportunity", SampleRecords.id("Renewal")).toString())
                .contains("name=Renewal", "stage_name=Qualified", "deal_size=25001", "close_date=2025-06-01 09:00");
        assertThat(row("contact", SampleRecords.id("Ben Okoro")).toString())
                .contains("email=person2@acme.example", "name=Ben Okoro", "job_title=Engineer");
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() throws Exception {
        CamelContext context = new DefaultCamelContext();
        try {
            context.getRegistry().bind("database", database);
            context.start();
            for (String table : new String[] {"contact", "opportunity"}) {
                assertThat(write(context, table, "first", "\"2026-01-01T00:00:00.000001Z\""))
                        .isEqualTo(1);
                assertThat(write(context, table, "newer", "\"2026-01-01T00:00:00.000003Z\""))
                        .isEqualTo(1);
                assertThat(write(context, table, "older", "\"2026-01-01T00:00:00.000002Z\""))
                        .isZero();
                assertThat(row(table, "versions")).containsEntry("name", "newer");
                assertThat(write(context, table, "again", "\"2026-01-01T00:00:00.000003Z\""))
                        .isEqualTo(1);
                assertThat(write(context, table, "undated", "null")).isEqualTo(1);
                sql.update("delete from " + table + " where id = 'versions'");
            }
        } finally {
            context.stop();
        }
    }

    private static int write(CamelContext context, String table, String name, String updatedAt) {
        String record = "{\"id\": \"versions\", \"name\": \"%s\", \"updated_at\": %s}".formatted(name, updatedAt);
        return context.createFluentProducerTemplate()
                .to("sql:classpath:sql/" + table + ".sql?dataSource=#database")
                .withBody(record)
                .send()
                .getMessage()
                .getHeader(SqlConstants.SQL_UPDATE_COUNT, Integer.class);
    }

    @Test
    void allCopiesMayCreateTheTablesAtOnceAndAgain() throws Exception {
        sql.execute("create schema fresh");
        try (HikariDataSource fresh = Database.open(server.url() + "&currentSchema=fresh")) {
            for (int round = 0; round < 20; round++) {
                new JdbcTemplate(fresh).execute("drop table contact, opportunity");
                atOnce(4, () -> Database.createTables(fresh));
            }
            new JdbcTemplate(fresh).update("insert into contact (id, record) values ('kept', '{}')");
            Database.createTables(fresh);
            assertThat(new JdbcTemplate(fresh).queryForList("select id from contact", String.class))
                    .containsExactly("kept");
        }
    }

    @Test
    void aSecondProgramDoesNotTakeTheDataFolderOfARunningOne() {
        assertThatThrownBy(() -> SampleDatabase.start(folder, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("database.url");
    }

    @Test
    void theServerThatAKilledProgramLeftBehindIsReplaced(@TempDir Path other) throws Exception {
        try (Copy killed = Copy.start(other.resolve("killed.log"), Map.of("data.folder", other.toString()))) {
            killed.awaitStart();
        }
        try (SampleDatabase replaced = SampleDatabase.start(other, 0);
                HikariDataSource again = Database.open(replaced.url())) {
            assertThat(new JdbcTemplate(again).queryForObject("select count(*) from contact", Integer.class))
                    .isBetween(0, 8);
        }
    }

    @Test
    void copiesThatStoreAPositionForTheFirstTimeAtOnceAllSucceed() throws Exception {
        for (int round = 0; round < 20; round++) {
            String table = "position_" + round;
            atOnce(4, () -> {
                JdbcStateRepository repository = new JdbcStateRepository(database, table);
                repository.start();
                repository.setState("key", "value");
            });
            assertThat(new JdbcStateRepository(database, table).getState("key")).isEqualTo("value");
        }
    }

    @Test
    void aPositionOfMegabytesIsStoredWholeAndCommitted() throws Exception {
        String value = "0123456789".repeat(300_000);
        try (HikariDataSource manual = new HikariDataSource()) {
            manual.setJdbcUrl(server.url());
            manual.setAutoCommit(false);
            JdbcStateRepository repository = new JdbcStateRepository(manual, "public.large_position");
            repository.start();
            repository.setState("key", "short");
            repository.setState("key", value);
        }
        assertThat(new JdbcStateRepository(database, "large_position").getState("key"))
                .isEqualTo(value);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void atOnce(int copies, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(copies);
        try {
            CyclicBarrier together = new CyclicBarrier(copies);
            Callable<Void> copy = () -> {
                together.await();
                work.run();
                return null;
            };
            for (Future<Void> each : threads.invokeAll(Collections.nCopies(copies, copy))) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Object> row(String table, String id) {
        return sql.queryForMap("select * from " + table + " where id = ?", id);
    }

    private static Integer count(String table) {
        return sql.queryForObject("select count(*) from " + table, Integer.class);
    }
}
