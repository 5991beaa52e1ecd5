// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker inside this program: one node that is broker and controller, reached by this machine only. Its
 * data stay in their folder, so that a later start goes on with them.
 */
public final class LocalBroker implements AutoCloseable {

    private static final String HOST = "localhost";

    /** A folder that was used before is only taken with the identity that it had then. */
    private static final Uuid CLUSTER = new Uuid(0x0c7a1a9e_0000_4000L, 0x8000_0000_0000_0001L);

    private final KafkaRaftServer server;
    private final int port;

    private LocalBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param folder where the data lie; made where it is missing
     * @param port   0 for a free one
     * @throws IllegalStateException when the folder cannot be prepared
     */
    public static LocalBroker start(Path folder, int port) throws Exception {
        int ownPort = port == 0 ? freePort() : port;
        Path data = Files.createDirectories(folder.toAbsolutePath());
        Properties settings = settings(data.resolve("log"), ownPort, freePort());
        format(data, settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new LocalBroker(server, ownPort);
    }

    private static Properties settings(Path log, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + HOST + ":" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", log.toString()));
        // one node has nobody to copy to, and a few partitions of its own topics are plenty
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false"));
        return settings;
    }

    /** A new folder gets an identity; one that has it keeps it, and its data. */
    private static void format(Path data, Properties settings) throws IOException {
        Path file = data.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "--ignore-formatted", "-t", CLUSTER.toString(), "-c", file.toString()};
        if (StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(
                    "Kafka's folder " + data + " cannot be prepared: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String address() {
        return HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Makes the topics that are missing. */
    public void createTopics(int partitions, String... names) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(Set.of(names).stream()
                            .filter(name -> !existing.contains(name))
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .collect(Collectors.toSet()))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
