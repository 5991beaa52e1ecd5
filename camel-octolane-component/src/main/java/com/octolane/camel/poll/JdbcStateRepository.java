// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps states in a table of any SQL database: {@code state_key} (varchar, the primary key) and {@code state_value} (a
 * long text). Nothing is cached, so that the nodes of a cluster see what the others wrote; each save is one committed
 * statement. Every failure is thrown.
 */
public class JdbcStateRepository extends ServiceSupport implements StateRepository<String, String> {

    static final int LONGEST_KEY = 255;

    private static final Pattern IDENTIFIER =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}(\\.[A-Za-z_][A-Za-z0-9_]{0,127}){0,2}");

    private DataSource dataSource;
    private String tableName;
    private boolean createTableIfMissing = true;

    public JdbcStateRepository() {}

    public JdbcStateRepository(DataSource dataSource, String tableName) {
        setDataSource(dataSource);
        setTableName(tableName);
    }

    @Override
    protected void doStart() throws Exception {
        Objects.requireNonNull(dataSource, "JdbcStateRepository needs a dataSource");
        Objects.requireNonNull(tableName, "JdbcStateRepository needs a tableName");
        try (Connection connection = dataSource.getConnection()) {
            SQLException missing = probe(connection);
            if (missing == null) {
                return;
            }
            if (!createTableIfMissing) {
                throw new OctolaneException("The table " + tableName + " cannot be read", missing);
            }
            create(connection);
        }
    }

    /** @return why the table cannot be read, null when it can */
    private SQLException probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT state_key, state_value FROM " + tableName + " WHERE 1 = 0");
            return null;
        } catch (SQLException e) {
            return e;
        } finally {
            endTransaction(connection);
        }
    }

    private void create(Connection connection) throws SQLException {
        String sql = "CREATE TABLE " + tableName + " (state_key VARCHAR(" + LONGEST_KEY
                + ") NOT NULL PRIMARY KEY, state_value " + longText(connection) + " NOT NULL)";
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            commit(connection);
        } catch (SQLException e) {
            endTransaction(connection);
            // another node may have been faster
            if (probe(connection) != null) {
                throw e;
            }
        }
    }

    private static String longText(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.contains("postgres") || product.contains("sqlite") || product.contains("cockroach")) {
            return "TEXT";
        }
        if (product.contains("mysql") || product.contains("mariadb")) {
            return "LONGTEXT";
        }
        return product.contains("microsoft") ? "VARCHAR(MAX)" : "CLOB";
    }

    /** @throws OctolaneException when the database fails */
    @Override
    public String getState(String key) {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, key);
        } catch (SQLException | IOException e) {
            throw new OctolaneException("State '" + key + "' could not be read from table " + tableName, e);
        }
    }

    private String read(Connection connection, String key) throws SQLException, IOException {
        String sql = "SELECT state_value FROM " + tableName + " WHERE state_key = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? text(rows) : null;
            }
        } finally {
            endTransaction(connection);
        }
    }

    private static String text(ResultSet rows) throws SQLException, IOException {
        // a stream, since getString is cut off for long values by some drivers
        try (Reader reader = rows.getCharacterStream(1)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    /**
     * @param key   at most 255 characters
     * @param value not null
     * @throws OctolaneException when the database fails; the state is then the one before
     */
    @Override
    public void setState(String key, String value) {
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A state's key has at most " + LONGEST_KEY + " characters: " + key);
        }
        Objects.requireNonNull(value, "A state's value must not be null");
        try (Connection connection = dataSource.getConnection()) {
            if (!update(connection, key, value) && !insert(connection, key, value)) {
                throw new SQLException("The row could neither be updated nor inserted");
            }
        } catch (SQLException | IOException e) {
            throw new OctolaneException("State '" + key + "' could not be written to table " + tableName, e);
        }
    }

    private boolean update(Connection connection, String key, String value) throws SQLException {
        return write(connection, "UPDATE " + tableName + " SET state_value = ? WHERE state_key = ?", key, value);
    }

    private boolean insert(Connection connection, String key, String value) throws SQLException, IOException {
        try {
            return write(
                    connection, "INSERT INTO " + tableName + " (state_value, state_key) VALUES (?, ?)", key, value);
        } catch (SQLException e) {
            // another node may have inserted the row in between, or the driver counts only rows that it had to change;
            // if it is neither, the first error is the reason
            if (update(connection, key, value) || value.equals(read(connection, key))) {
                return true;
            }
            throw e;
        }
    }

    private static boolean write(Connection connection, String sql, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setCharacterStream(1, new StringReader(value), value.length());
            statement.setString(2, key);
            int rows = statement.executeUpdate();
            commit(connection);
            return rows > 0;
        } catch (SQLException e) {
            endTransaction(connection);
            throw e;
        }
    }

    private static void commit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /** Leaves no transaction open, whether it has only read or has failed. */
    private static void endTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param tableName letters, digits and underscores, with a schema before a dot where needed
     * @throws IllegalArgumentException when it is no such name
     */
    public void setTableName(String tableName) {
        if (!IDENTIFIER.matcher(tableName).matches()) {
            throw new IllegalArgumentException("'" + tableName
                    + "' is no table name: letters, digits and underscores, with a schema before a dot where needed");
        }
        this.tableName = tableName;
    }

    /** Whether a table that is missing is created at start; true by default. */
    public void setCreateTableIfMissing(boolean createTableIfMissing) {
        this.createTableIfMissing = createTableIfMissing;
    }
}
