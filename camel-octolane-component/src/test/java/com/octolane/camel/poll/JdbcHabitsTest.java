// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static com.octolane.camel.poll.JdbcStateRepositoryTest.database;
import static com.octolane.camel.poll.JdbcStateRepositoryTest.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real database, with the habits that other drivers, pools and databases have. */
class JdbcHabitsTest {

    private final JdbcDataSource database = database("");

    /** What a driver makes of a call. */
    private interface Habit {
        Object answer(String method, Object[] arguments, Callable<Object> real) throws Exception;
    }

    private static <T> T with(Class<T> type, Object real, Habit habit) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return habit.answer(method.getName(), arguments, () -> method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static DataSource connections(DataSource real, Habit habit) {
        return with(
                DataSource.class,
                real,
                (method, arguments, call) ->
                        method.equals("getConnection") ? with(Connection.class, call.call(), habit) : call.call());
    }

    @Test
    void aConnectionThatAPoolKeepsOpenShowsWhatOthersWroteSinceItsLastUse() throws SQLException {
        JdbcStateRepository other = started(database);
        try (Connection pooled = database.getConnection()) {
            pooled.setAutoCommit(false);
            pooled.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Connection kept = with(
                    Connection.class, pooled, (method, arguments, call) -> method.equals("close") ? null : call.call());
            JdbcStateRepository repository =
                    started(with(DataSource.class, database, (method, arguments, call) -> kept));

            other.setState("key", "first");
            assertThat(repository.getState("key")).isEqualTo("first");
            other.setState("key", "second");
            assertThat(repository.getState("key")).isEqualTo("second");
        }
    }

    @Test
    void aTableThatAnotherNodeCreatesAtTheSameMomentIsUsed() {
        DataSource slower = connections(database, (method, arguments, call) -> {
            if (method.equals("getMetaData")) {
                started(database).setState("key", "value");
            }
            return call.call();
        });

        assertThat(started(slower).getState("key")).isEqualTo("value");
    }

    @Test
    void aDriverThatCountsOnlyTheRowsThatChangeMayBeGivenTheSameValueAgain() {
        JdbcStateRepository repository = started(connections(database, (method, arguments, call) -> {
            Object result = call.call();
            return method.equals("prepareStatement") && arguments[0].toString().startsWith("UPDATE")
                    ? with(PreparedStatement.class, result, JdbcHabitsTest::countingNothing)
                    : result;
        }));

        repository.setState("key", "value");
        repository.setState("key", "value");

        assertThat(repository.getState("key")).isEqualTo("value");
    }

    private static Object countingNothing(String method, Object[] arguments, Callable<Object> call) throws Exception {
        Object result = call.call();
        return method.equals("executeUpdate") ? Integer.valueOf(0) : result;
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL, TEXT",
        "SQLite, TEXT",
        "CockroachDB, TEXT",
        "MySQL, LONGTEXT",
        "MariaDB, LONGTEXT",
        "Microsoft SQL Server, VARCHAR(MAX)",
        "Oracle, CLOB",
        "H2, CLOB"
    })
    void aPositionFitsIntoTheTextOfEveryDatabase(String product, String type) {
        List<String> statements = new ArrayList<>();
        DataSource named = connections(
                database(product.startsWith("Microsoft") ? ";MODE=MSSQLServer" : ""), (method, arguments, call) -> {
                    Object result = call.call();
                    return switch (method) {
                        case "getMetaData" ->
                            with(
                                    DatabaseMetaData.class,
                                    result,
                                    (name, values, real) ->
                                            name.equals("getDatabaseProductName") ? product : real.call());
                        case "createStatement" ->
                            with(Statement.class, result, (name, values, real) -> {
                                if (name.equals("executeUpdate")) {
                                    statements.add((String) values[0]);
                                }
                                return real.call();
                            });
                        default -> result;
                    };
                });
        JdbcStateRepository repository = started(named);
        repository.setState("key", "value");

        assertThat(repository.getState("key")).isEqualTo("value");
        assertThat(statements).singleElement().asString().contains("state_value " + type + " NOT NULL");
    }
}
