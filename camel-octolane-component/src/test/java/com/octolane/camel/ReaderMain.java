// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.poll.JdbcStateRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A process that reads changes and appends each as {@code id|updated_at} to a file, at once. It stops in good order when
 * its standard input ends.
 */
final class ReaderMain {

    private static final int LOCK_INTERVAL_MILLIS = 200;

    private ReaderMain() {}

    /** @param args base URL, key, JDBC URL of the positions, file for the records, URI to read from, folder of the cluster's locks or - */
    public static void main(String[] args) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(args[2]);
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(args[0]);
        component.getConfiguration().setApiKey(args[1]);
        CamelContext context = new DefaultCamelContext();
        context.addComponent("octolane", component);
        context.getRegistry().bind("positions", new JdbcStateRepository(database, "POSITIONS"));
        if (!args[5].equals("-")) {
            context.addService(cluster(args[5]));
        }
        try (OutputStream records =
                Files.newOutputStream(Path.of(args[3]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(args[4])
                            .routeId("reader")
                            .process(exchange ->
                                    append(records, exchange.getMessage().getBody(Map.class)));
                }
            });
            context.start();
            System.in.transferTo(OutputStream.nullOutputStream());
            context.stop();
        }
    }

    private static FileLockClusterService cluster(String folder) {
        FileLockClusterService service = new FileLockClusterService();
        service.setRoot(folder);
        service.setAcquireLockDelay(1);
        service.setAcquireLockDelayUnit(TimeUnit.MILLISECONDS);
        service.setAcquireLockInterval(LOCK_INTERVAL_MILLIS);
        service.setAcquireLockIntervalUnit(TimeUnit.MILLISECONDS);
        return service;
    }

    private static void append(OutputStream records, Map<?, ?> body) {
        try {
            // one write a line: a kill leaves no half of one
            records.write((body.get("id") + "|" + body.get("updated_at") + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
