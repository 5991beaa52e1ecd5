// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.client.OctolaneException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcStateRepositoryTest {

    private final JdbcDataSource database = database("");

    static JdbcDataSource database(String mode) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + mode);
        return database;
    }

    static JdbcStateRepository started(DataSource database) {
        JdbcStateRepository repository = new JdbcStateRepository(database, "octolane_state");
        repository.start();
        return repository;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";MODE=PostgreSQL", ";MODE=MySQL", ";MODE=MSSQLServer", ";MODE=Oracle", ";MODE=Derby"})
    void whatOneNodeWritesAnotherReads(String mode) {
        JdbcDataSource shared = database(mode);
        JdbcStateRepository one = started(shared);
        JdbcStateRepository other = started(shared);

        assertThat(other.getState("key")).isNull();
        one.setState("key", "first");
        assertThat(other.getState("key")).isEqualTo("first");
        other.setState("key", "second");
        assertThat(one.getState("key")).isEqualTo("second");
        assertThat(one.getState("another key")).isNull();
    }

    @Test
    void aValueOfMegabytesComesBackWhole() {
        JdbcStateRepository repository = started(database);
        String value = "0123456789".repeat(300_000);

        repository.setState("key", value);

        assertThat(repository.getState("key")).isEqualTo(value);
    }

    @Test
    void keysAndValuesAreNeverPartOfTheStatement() {
        JdbcStateRepository repository = started(database);
        String hostile = "'); DROP TABLE octolane_state; --";

        repository.setState(hostile, hostile);

        assertThat(repository.getState(hostile)).isEqualTo(hostile);
    }

    @Test
    void aSaveIsCommittedWhereConnectionsDoNotCommitByThemselves() {
        JdbcDataSource manual = new JdbcDataSource();
        manual.setURL(database.getURL() + ";INIT=SET AUTOCOMMIT FALSE");

        started(manual).setState("key", "value");

        assertThat(started(database).getState("key")).isEqualTo("value");
    }

    @Test
    void nodesThatInsertTheSameKeyAtOnceAllSucceed() throws Exception {
        int nodes = 4;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            for (int round = 0; round < 50; round++) {
                String key = "key " + round;
                JdbcStateRepository repository = started(database);
                CyclicBarrier together = new CyclicBarrier(nodes);
                Callable<Void> node = () -> {
                    together.await();
                    repository.setState(key, "value");
                    return null;
                };
                for (Future<Void> each : threads.invokeAll(java.util.Collections.nCopies(nodes, node))) {
                    each.get();
                }
                assertThat(repository.getState(key)).isEqualTo("value");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMissingTableIsAnErrorWhereItMustNotBeCreated() {
        JdbcStateRepository repository = new JdbcStateRepository(database, "octolane_state");
        repository.setCreateTableIfMissing(false);

        assertThatThrownBy(repository::start).hasStackTraceContaining("The table octolane_state cannot be read");
    }

    @Test
    void aTableInASchemaIsUsed() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA crm");
        }
        JdbcStateRepository repository = new JdbcStateRepository(database, "crm.positions");
        repository.start();
        repository.setState("key", "value");

        assertThat(repository.getState("key")).isEqualTo("value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "state;", "state--", "\"state\"", "1state", "a.b.c.d", ".state"})
    void aTableNameThatIsNoIdentifierIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcStateRepository(database, name))
                .withMessageContaining("is no table name");
    }

    @Test
    void aDatabaseThatFailsIsAnErrorBothWays() throws SQLException {
        JdbcStateRepository repository = started(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE octolane_state");
        }

        assertThatThrownBy(() -> repository.getState("key"))
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("could not be read");
        assertThatThrownBy(() -> repository.setState("key", "value"))
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void aKeyThatDoesNotFitIsRefused() {
        JdbcStateRepository repository = started(database);
        String longest = "k".repeat(JdbcStateRepository.LONGEST_KEY);
        repository.setState(longest, "value");

        assertThat(repository.getState(longest)).isEqualTo("value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository.setState("k".repeat(JdbcStateRepository.LONGEST_KEY + 1), "value"));
    }
}
