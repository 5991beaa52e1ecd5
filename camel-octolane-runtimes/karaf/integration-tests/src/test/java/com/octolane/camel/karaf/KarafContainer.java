// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An Apache Karaf in a process of its own, with its settings and data in a folder of the test. It gets bundles from its own folder
 * {@code system} only and opens no port to the outside: the features {@code ssh} and {@code management} are left out.
 */
final class KarafContainer implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;

    private final Path home;
    private final Path folder;
    private final Path etc;
    private Process process;
    private Thread onExit;

    KarafContainer(Path home, Path folder) throws IOException {
        this.home = home;
        this.folder = folder;
        this.etc = folder.resolve("etc");
        copyFolder(home.resolve("etc"), etc);
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("settings.xml"), "<settings/>");
        edit("org.ops4j.pax.url.mvn.cfg", settings -> {
            settings.setProperty("org.ops4j.pax.url.mvn.repositories", "");
            settings.setProperty("org.ops4j.pax.url.mvn.settings", unixPath("settings.xml"));
            settings.setProperty("org.ops4j.pax.url.mvn.localRepository", unixPath("m2"));
        });
        edit("org.apache.karaf.features.cfg", settings -> {
            String kept = Arrays.stream(settings.getProperty("featuresBoot").split(","))
                    .map(String::trim)
                    .filter(feature -> !feature.startsWith("ssh/") && !feature.startsWith("management/"))
                    .collect(Collectors.joining(","));
            settings.setProperty("featuresBoot", kept);
        });
    }

    /** Has a feature installed when the container starts. */
    KarafContainer feature(String repositoryUrl, String feature) throws IOException {
        edit("org.apache.karaf.features.cfg", settings -> {
            settings.merge("featuresRepositories", repositoryUrl, (all, one) -> all + "," + one);
            settings.merge("featuresBoot", feature, (all, one) -> all + "," + one);
        });
        return this;
    }

    KarafContainer systemProperties(Map<String, String> properties) throws IOException {
        edit("system.properties", settings -> settings.putAll(properties));
        return this;
    }

    KarafContainer start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin").resolve("karaf").toString(), "daemon")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KARAF_ETC", etc.toString(),
                        "KARAF_DATA", folder.resolve("data").toString(),
                        // a container that runs elsewhere on this machine is none of ours
                        "CHECK_ROOT_INSTANCE_RUNNING", "false"));
        process = builder.start();
        onExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(onExit);
        return this;
    }

    /** @return whether nothing more is to be expected of it */
    boolean hasFailed() {
        return !process.isAlive() || log().contains("| ERROR |");
    }

    /** @return whether it ended by itself after it was asked to */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }

    /** What the script and the container said until now. */
    String log() {
        return Stream.of(folder.resolve("console.log"), folder.resolve("data/log/karaf.log"))
                .filter(Files::exists)
                .map(KarafContainer::read)
                .collect(Collectors.joining("\n"));
    }

    /** Stops it, by force where it does not end by itself. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(onExit);
        }
    }

    private void edit(String file, Consumer<Properties> change) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(etc.resolve(file))) {
            settings.load(in);
        }
        change.accept(settings);
        try (OutputStream out = Files.newOutputStream(etc.resolve(file))) {
            settings.store(out, null);
        }
    }

    private String unixPath(String name) {
        return folder.resolve(name).toUri().getPath();
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
