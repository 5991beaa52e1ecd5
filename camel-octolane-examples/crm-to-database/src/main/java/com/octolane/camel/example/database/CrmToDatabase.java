// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.database;

import com.octolane.camel.simulator.OctolaneSimulator;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the contacts and opportunities of Octolane in sync in a PostgreSQL. What is not configured it starts itself: the
 * simulator where there is no key, the server where there is no {@code database.url}.
 */
public final class CrmToDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(CrmToDatabase.class);

    private static final List<String> SETTINGS = List.of(
            "octolane.api-key",
            "octolane.base-url",
            "octolane.pipeline-id",
            "database.url",
            "lock.folder",
            "data.folder",
            "poll.delay",
            "stop.when.idle");

    private CrmToDatabase() {}

    /**
     * Settings are system properties, or variables of the environment: {@code database.url} is {@code DATABASE_URL}.
     *
     * @param args {@code servers} starts only what the others then share
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String name : SETTINGS) {
            String value = System.getProperty(name, System.getenv(variable(name)));
            if (value != null && !value.isBlank()) {
                settings.put(name, value);
            }
        }
        if (List.of(args).equals(List.of("servers"))) {
            SampleServers.runUntilStopped(folder(settings));
        } else if (args.length == 0) {
            run(settings);
        } else {
            throw new IllegalArgumentException("Unknown arguments " + List.of(args) + ": expected none, or 'servers'");
        }
    }

    /** Runs until it is stopped; with the simulator of its own until nothing is left to do. */
    static RowsWritten run(Map<String, String> given) throws Exception {
        Map<String, String> settings = new HashMap<>(given);
        Path folder = folder(settings);
        settings.putIfAbsent("lock.folder", folder.resolve("lock").toString());
        boolean ownCrm = !settings.containsKey("octolane.api-key");
        boolean ownDatabase = !settings.containsKey("database.url");
        try (OctolaneSimulator crm = ownCrm ? SampleServers.startCrm(0) : null;
                SampleDatabase database = ownDatabase ? SampleDatabase.start(folder, 0) : null) {
            if (ownCrm) {
                settings.putAll(SampleServers.settingsOf(crm));
                settings.put("poll.delay", "1s");
                settings.put("stop.when.idle", "true");
            }
            if (ownDatabase) {
                settings.put("database.url", database.url());
            }
            return sync(settings);
        }
    }

    private static RowsWritten sync(Map<String, String> settings) throws Exception {
        Main main = new Main();
        RowsWritten rows = new RowsWritten(main::completed);
        try (HikariDataSource database = Database.open(settings.get("database.url"))) {
            main.bind("database", database);
            main.bind("rows", rows);
            main.bind("cluster", oneOfTheCopies(settings.get("lock.folder")));
            main.addMainListener(new MainListenerSupport() {
                @Override
                public void afterStart(BaseMainSupport started) {
                    LOG.info("Started. Of all copies with the lock folder {} one polls", settings.get("lock.folder"));
                }
            });
            settings.forEach(main::addOverrideProperty);
            try {
                main.run();
            } finally {
                main.shutdown();
            }
        }
        rows.printTotal();
        return rows;
    }

    /**
     * Of all copies that see the folder one polls; another takes over five intervals after the last sign of life of the
     * first.
     */
    private static FileLockClusterService oneOfTheCopies(String lockFolder) {
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setRoot(lockFolder);
        cluster.setAcquireLockDelay(100, TimeUnit.MILLISECONDS);
        cluster.setAcquireLockInterval(1, TimeUnit.SECONDS);
        return cluster;
    }

    /** The variable of the environment that stands for a setting. */
    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static Path folder(Map<String, String> settings) {
        return Path.of(settings.getOrDefault("data.folder", "target/crm-to-database"));
    }
}
