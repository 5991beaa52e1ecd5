// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.poll.Emit;
import com.octolane.camel.poll.JdbcStateRepository;
import com.octolane.camel.poll.Position;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/**
 * A database in a file, served by the test's JVM, that other processes keep their positions in: what they committed outlives them. An
 * embedded one would not do, H2 writes its file some time after the commit.
 */
final class PositionDatabase implements AutoCloseable {

    private final String name = Path.of("target", "positions", UUID.randomUUID().toString())
            .toAbsolutePath()
            .toString();
    private final Server server;
    private final JdbcStateRepository repository;

    PositionDatabase() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url());
        repository = new JdbcStateRepository(dataSource, "POSITIONS");
        repository.start();
    }

    String url() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + name + ";DB_CLOSE_DELAY=-1";
    }

    /** The position of the route {@code reader}. */
    Optional<Position> position(Duration lookback) {
        return Optional.ofNullable(repository.getState("reader/account"))
                .map(text -> Position.parse(Emit.CHANGED, lookback, text));
    }

    @Override
    public void close() {
        repository.stop();
        server.stop();
    }
}
