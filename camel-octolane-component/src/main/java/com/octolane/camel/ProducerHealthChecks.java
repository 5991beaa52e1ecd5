// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.util.StringHelper;

/**
 * The health checks of a component's producers. Producers that would ask the same share one check, so that dynamic
 * endpoints do not multiply the calls.
 */
final class ProducerHealthChecks {

    private final OctolaneComponent component;
    private final ReentrantLock lock = new ReentrantLock();
    /** By what a check asks for, and over which connections: no record, for the reason told in ConnectionSettings. */
    private final Map<List<Object>, Shared> checks = new LinkedHashMap<>();

    ProducerHealthChecks(OctolaneComponent component) {
        this.component = component;
    }

    private static final class Shared {

        private final ProducerHealthCheck check;
        private int producers;

        Shared(ProducerHealthCheck check) {
            this.check = check;
        }
    }

    /** A started producer's part of a check. */
    @FunctionalInterface
    interface Registration {

        /** The producer stops. Called once. */
        void remove();
    }

    /** A producer of the endpoint starts. Returns null where no health check is wanted. */
    Registration register(OctolaneEndpoint endpoint) throws Exception {
        WritableHealthCheckRepository repository = HealthCheckHelper.getHealthCheckRepository(
                component.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (repository == null || !component.isHealthCheckProducerEnabled()) {
            return null;
        }
        Question question = Question.of(endpoint);
        List<Object> subject = List.of(endpoint.connectionSettings(), question.name());
        lock.lock();
        try {
            Shared shared = checks.get(subject);
            if (shared == null) {
                String id = freeId("producer:" + scheme(endpoint) + "-" + question.name());
                shared = new Shared(new ProducerHealthCheck(id, endpoint, question));
                checks.put(subject, shared);
                repository.addHealthCheck(shared.check);
            }
            shared.producers++;
        } finally {
            lock.unlock();
        }
        return () -> remove(subject, repository);
    }

    // a context may have several of these components, under names of their own
    private static String scheme(OctolaneEndpoint endpoint) {
        return StringHelper.before(endpoint.getEndpointUri(), ":");
    }

    private void remove(List<Object> subject, WritableHealthCheckRepository repository) {
        lock.lock();
        try {
            Shared shared = checks.get(subject);
            shared.producers--;
            if (shared.producers == 0) {
                checks.remove(subject);
                repository.removeHealthCheck(shared.check);
            }
        } finally {
            lock.unlock();
        }
    }

    // two keys, or two base URLs, are two checks of the same object
    private String freeId(String id) {
        String free = id;
        for (int number = 2; isTaken(free); number++) {
            free = id + "-" + number;
        }
        return free;
    }

    private boolean isTaken(String id) {
        return checks.values().stream().anyMatch(each -> each.check.getId().equals(id));
    }
}
