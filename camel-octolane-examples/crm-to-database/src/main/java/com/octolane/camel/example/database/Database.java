// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The PostgreSQL into which the records go. */
final class Database {

    private Database() {}

    /**
     * @param url a JDBC URL that holds user and password where they are needed
     * @return connections to the database, in which all tables exist
     */
    static HikariDataSource open(String url) throws SQLException, IOException {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(4);
        try {
            createTables(database);
            return database;
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Creates the tables that are missing. */
    static void createTables(DataSource database) throws SQLException, IOException {
        try (InputStream schema = Database.class.getResourceAsStream("/sql/schema.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // several statements in one go are one transaction
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
