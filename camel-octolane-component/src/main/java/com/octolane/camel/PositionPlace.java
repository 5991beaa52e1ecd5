// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.poll.Emit;
import com.octolane.camel.poll.PositionStore;
import org.apache.camel.Route;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out where a consumer keeps its position, and under which name. */
final class PositionPlace {

    private static final Logger LOG = LoggerFactory.getLogger(OctolaneConsumer.class);

    private final OctolaneEndpoint endpoint;
    private final OctolaneConfiguration options;
    private final OctolaneObject object;
    private final Route route;
    private final String routeId;

    /** @param route of the consumer, null where it belongs to none */
    PositionPlace(OctolaneEndpoint endpoint, Route route, String routeId) {
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.object = endpoint.getObject();
        this.route = route;
        this.routeId = routeId;
    }

    /**
     * Opens it, and warns where a position would be lost.
     *
     * @throws IllegalArgumentException where nothing names the position
     * @throws OctolaneException        where the repository cannot be started
     */
    PositionStore open(Emit emit) {
        StateRepository<String, String> repository = options.getStateRepository();
        if (repository == null) {
            if (emit != Emit.ALL) {
                LOG.warn(
                        "Route {} keeps its position in memory only: after a restart it starts from '{}' again."
                                + " Set the option stateRepository to keep it",
                        routeId,
                        options.getStartFrom());
            }
            // belongs to the consumer, so that stopping and starting the route goes on where it was
            repository = endpoint.memory();
        } else if (options.getStateKey() == null && routeId == null) {
            // all such consumers of an object would share one position
            throw new IllegalArgumentException("The option stateKey is needed together with stateRepository, since the"
                    + " consumer of octolane:" + object
                    + " belongs to no route that could name its position. Expected is"
                    + " a name that no other consumer uses");
        } else if (options.getStateKey() == null && !hasIdOfItsOwn()) {
            LOG.warn(
                    "Route {} has a generated id, which may change, and keeps its position under that name. Give the"
                            + " route an id, or set the option stateKey",
                    routeId);
        }
        start(repository);
        return new PositionStore(repository, stateKey());
    }

    private static void start(StateRepository<String, String> repository) {
        try {
            ServiceHelper.startService(repository);
        } catch (RuntimeException e) {
            throw new OctolaneException(
                    "The stateRepository, a " + repository.getClass().getSimpleName() + ", could not be started", e);
        }
    }

    private boolean hasIdOfItsOwn() {
        return route != null
                && "true".equals(String.valueOf(route.getProperties().get(Route.CUSTOM_ID_PROPERTY)));
    }

    private String stateKey() {
        if (options.getStateKey() != null) {
            return options.getStateKey();
        }
        String pipeline = object == OctolaneObject.opportunity ? "/" + options.getPipelineId() : "";
        return routeId + "/" + object + pipeline;
    }
}
