// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server that this program starts and stops. Its data stay in their folder. */
final class SampleDatabase implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;

    private final FileChannel inUse;
    private final EmbeddedPostgres server;

    private SampleDatabase(FileChannel inUse, EmbeddedPostgres server) {
        this.inUse = inUse;
        this.server = server;
    }

    /**
     * @param folder where the data lie
     * @param port   0 for a free one
     * @throws IllegalStateException when a server runs on the same data
     */
    static SampleDatabase start(Path folder, int port) throws Exception {
        Path data = Files.createDirectories(folder).resolve("postgresql");
        FileChannel inUse = FileChannel.open(
                folder.resolve("postgresql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!isFree(inUse)) {
                throw new IllegalStateException("The database in " + data
                        + " is in use. Copies share one by the setting database.url: see the README");
            }
            stopLeftOver(data);
            return new SampleDatabase(
                    inUse,
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setPort(port)
                            .start());
        } catch (Exception e) {
            inUse.close();
            throw e;
        }
    }

    private static boolean isFree(FileChannel inUse) throws IOException {
        try {
            return inUse.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // by this program itself
            return false;
        }
    }

    /** A server outlives a program that was killed, and no second one can use its data. */
    private static void stopLeftOver(Path data) throws Exception {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        Optional<ProcessHandle> leftOver = ProcessHandle.of(pid)
                // the number may be another program's by now
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (leftOver.isPresent()) {
            leftOver.get().destroy();
            leftOver.get().onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        try (inUse) {
            server.close();
        }
    }
}
