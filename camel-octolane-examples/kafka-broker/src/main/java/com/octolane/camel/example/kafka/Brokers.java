// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for brokers, and tells in one line why it has to. */
public final class Brokers {

    private static final Logger LOG = LoggerFactory.getLogger(Brokers.class);

    private static final int PATIENCE_MS = 3_000;

    private Brokers() {}

    /**
     * Returns once one of them answers.
     *
     * @param addresses as in {@code bootstrap.servers}
     * @param pause     between two tries
     * @param stop      ends the wait when it is counted down
     * @return false when it was stopped first
     */
    public static boolean await(String addresses, Duration pause, CountDownLatch stop) throws InterruptedException {
        while (stop.getCount() > 0) {
            String reason = whyNot(addresses);
            if (reason == null) {
                return true;
            }
            LOG.warn(
                    "No Kafka broker answers at '{}' (kafka.brokers): {}. Trying again in {} s; nothing is lost",
                    addresses,
                    reason,
                    pause.toSeconds());
            if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    private static String whyNot(String addresses) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return null;
        } catch (KafkaException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause().getMessage());
        } catch (TimeoutException e) {
            return "no answer within " + PATIENCE_MS + " ms";
        }
    }
}
