// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.main.Main;
import org.apache.camel.support.processor.state.FileStateRepository;

/** Moves accounts, contacts and opportunities of a Salesforce org into Octolane, and then whatever changes there. */
public final class SalesforceToOctolane {

    private static final List<String> SETTINGS = List.of(
            "octolane.api-key",
            "octolane.base-url",
            "octolane.pipeline-id",
            "salesforce.login-url",
            "salesforce.client-id",
            "salesforce.client-secret",
            "salesforce.refresh-token",
            "salesforce.user-name",
            "salesforce.password",
            "salesforce.api-version",
            "data.folder",
            "poll.delay",
            "stop.when.done");

    private SalesforceToOctolane() {}

    /**
     * Settings are variables of the environment, or system properties: {@code data.folder} is {@code DATA_FOLDER}. Without
     * a client id of Salesforce and a key of Octolane, samples are moved between two simulators.
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String name : SETTINGS) {
            String value = System.getProperty(name, System.getenv(variable(name)));
            if (value != null && !value.isBlank()) {
                settings.put(name, value);
            }
        }
        boolean octolane = settings.containsKey("octolane.api-key");
        boolean salesforce = settings.containsKey("salesforce.client-id");
        if (octolane != salesforce) {
            System.err.println("Set both OCTOLANE_API_KEY and SALESFORCE_CLIENT_ID, or neither for the samples");
            System.exit(1);
        }
        if (!octolane) {
            runSamples();
        } else if (run(
                        settings,
                        (pass, counts, failure) -> failure == null
                                ? !Boolean.parseBoolean(settings.get("stop.when.done"))
                                // a setting that is wrong does not get right by waiting, and refused logins lock users
                                // out
                                : pass > 1)
                != null) {
            System.exit(1);
        }
    }

    /** Three passes over sample records: everything, nothing new, one change. */
    private static void runSamples() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "salesforce-to-octolane"));
        Files.deleteIfExists(folder.resolve("positions"));
        try (SampleOrg org = SampleOrg.start();
                OctolaneSimulator crm = SampleOrg.octolane()) {
            Map<String, String> settings = org.settings(crm, folder);
            run(settings, (pass, counts, failure) -> {
                if (pass == 2) {
                    System.out.println("Now somebody moves a deal in Salesforce to another stage.");
                    org.change("Opportunity", SampleOrg.id("006", 1), Map.of("StageName", "Closed Won"));
                }
                return failure == null && pass < 3;
            });
        }
    }

    /**
     * Makes passes until it is told to stop.
     *
     * @return what broke off the last pass, null where it ended well
     */
    static String run(Map<String, String> settings, Passes.Next next) throws Exception {
        Path folder =
                Files.createDirectories(Path.of(settings.getOrDefault("data.folder", "target/salesforce-to-octolane")));
        Main main = new Main();
        AtomicReference<String> failed = new AtomicReference<>();
        FileStateRepository store = new FileStateRepository();
        store.setFileStore(new File(folder.toFile(), "positions"));
        main.bind("store", store);
        main.bind("positions", new Positions(store));
        main.bind(
                "passes",
                new Passes(
                        System.out,
                        (pass, counts, failure) -> {
                            failed.set(failure);
                            return next.after(pass, counts, failure);
                        },
                        main::completed));
        settings.forEach(main::addOverrideProperty);
        login(settings).forEach(main::addOverrideProperty);
        store.start();
        try {
            main.run();
        } finally {
            store.stop();
        }
        return failed.get();
    }

    /** The way to log in that the settings ask for: by password, by refresh token, or as the application itself. */
    private static Map<String, String> login(Map<String, String> settings) {
        Map<String, String> login = new HashMap<>();
        for (String name : List.of("user-name", "password", "refresh-token")) {
            if (settings.containsKey("salesforce." + name)) {
                login.put("camel.component.salesforce." + name, settings.get("salesforce." + name));
            }
        }
        String type = settings.containsKey("salesforce.user-name")
                ? "USERNAME_PASSWORD"
                : settings.containsKey("salesforce.refresh-token") ? "REFRESH_TOKEN" : "CLIENT_CREDENTIALS";
        login.put("camel.component.salesforce.authentication-type", type);
        return login;
    }

    /** The variable of the environment that stands for a setting. */
    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
