// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.client.CallStats;
import com.octolane.camel.client.Caller;
import com.octolane.camel.client.CamelHttpTransport;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.Pause;
import com.octolane.camel.client.RateLimiter;
import com.octolane.camel.client.RetryPolicy;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;

/** Makes endpoints of the Octolane CRM, and keeps what they share: connections, threads, and the way to stop waiting. */
@Component("octolane")
@ManagedResource(description = "Managed Octolane component")
public class OctolaneComponent extends HealthCheckComponent implements SSLContextParametersAware, ManagedCalls {

    @Metadata(description = "The options that endpoints start from.")
    private OctolaneConfiguration configuration = new OctolaneConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the TLS settings of the Camel context.")
    private boolean useGlobalSslContextParameters;

    /** One for all endpoints: each mapper learns every class anew. */
    private final ObjectMapper ownMapper = new ObjectMapper();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ConnectionSettings, CamelHttpTransport> transports = new LinkedHashMap<>();
    private final CallStats callStats = new CallStats();
    private final ProducerHealthChecks producerHealthChecks = new ProducerHealthChecks(this);
    private final StopWaiting stopWaiting = new StopWaiting();
    private volatile Pause pause = new Pause();
    private ExecutorService executor;

    public OctolaneComponent() {
        this(null);
    }

    public OctolaneComponent(CamelContext context) {
        super(context);
        registerExtension(OctolaneVerifier::new);
    }

    /** The context tells that it stops before it waits for its routes: that is when nobody should go on waiting here. */
    private final class StopWaiting extends LifecycleStrategySupport {

        @Override
        public void onContextStopping(CamelContext context) {
            pause.stop();
        }
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        OctolaneObject object = OctolaneObject.of(remaining);
        ValidNames.check(parameters);
        OctolaneConfiguration options = configuration.copy();
        options.setFieldMapping(merged(options.getFieldMapping(), parameters, "fieldMapping."));
        options.setOpportunityUpdateNames(
                merged(options.getOpportunityUpdateNames(), parameters, "opportunityUpdateNames."));
        options.setFilter(merged(options.getFilter(), parameters, "filter."));
        OctolaneEndpoint endpoint = new OctolaneEndpoint(ValidNames.withoutKey(uri), this, object, options);
        setProperties(endpoint, parameters);
        if (options.getSslContextParameters() == null && useGlobalSslContextParameters) {
            options.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        validateParameters(uri, parameters, null);
        endpoint.validate();
        return endpoint;
    }

    private static Map<String, Object> merged(
            Map<String, Object> shared, Map<String, Object> parameters, String prefix) {
        Map<String, Object> own = PropertiesHelper.extractProperties(parameters, prefix);
        if (shared == null) {
            return own;
        }
        shared.putAll(own);
        return shared;
    }

    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (!parameters.isEmpty()) {
            throw new ResolveEndpointFailedException(
                    ValidNames.withoutKey(uri),
                    "Unknown options " + new TreeSet<>(parameters.keySet()) + ". Valid options: "
                            + String.join(
                                    ", ",
                                    new TreeSet<>(getCamelContext()
                                            .getCamelContextExtension()
                                            .getEndpointUriFactory("octolane")
                                            .propertyNames())));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        pause = new Pause();
        getCamelContext().addLifecycleStrategy(stopWaiting);
    }

    @Override
    protected void doStop() throws Exception {
        pause.stop();
        getCamelContext().getLifecycleStrategies().remove(stopWaiting);
        lock.lock();
        try {
            ServiceHelper.stopService(transports.values());
            transports.clear();
            if (executor != null) {
                getCamelContext().getExecutorServiceManager().shutdownNow(executor);
                executor = null;
            }
        } finally {
            lock.unlock();
        }
        super.doStop();
    }

    /** A client with an endpoint's settings, on connections that all endpoints with the same settings share. */
    OctolaneClient createClient(OctolaneConfiguration options, URI baseUrl, RateLimiter limiter, CallStats stats)
            throws Exception {
        CamelHttpTransport transport = transport(ConnectionSettings.of(getCamelContext(), options, baseUrl));
        return createClient(options, transport, limiter, stats);
    }

    OctolaneClient createClient(
            OctolaneConfiguration options, CamelHttpTransport transport, RateLimiter limiter, CallStats stats) {
        RetryPolicy retries = new RetryPolicy(
                options.getMaxRetries(),
                Durations.parse("retryDelay", options.getRetryDelay()),
                Durations.parse("maxRetryDelay", options.getMaxRetryDelay()),
                options.isRetryUnsafe(),
                () -> ThreadLocalRandom.current().nextDouble());
        Caller caller = new Caller(
                transport,
                options.getApiKey(),
                limiter,
                stats,
                retries,
                options.getRequestsPerSecond(),
                pause,
                objectMapper());
        return new OctolaneClient(
                caller,
                objectMapper(),
                options.getPageSize(),
                OctolaneConfiguration.texts(options.getOpportunityUpdateNames()));
    }

    private CamelHttpTransport transport(ConnectionSettings settings) throws Exception {
        lock.lock();
        try {
            CamelHttpTransport transport = transports.get(settings);
            if (transport == null) {
                transport = settings.createTransport(getCamelContext());
                ServiceHelper.startService(transport);
                transports.put(settings, transport);
            }
            return transport;
        } finally {
            lock.unlock();
        }
    }

    /** Threads for the chunks of bulk operations and for the next page, which both bound themselves. */
    ExecutorService executor() {
        lock.lock();
        try {
            if (executor == null) {
                executor = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "Octolane");
            }
            return executor;
        } finally {
            lock.unlock();
        }
    }

    /** The mapper of the registry when there is exactly one, as camel-jackson does. */
    ObjectMapper objectMapper() {
        ObjectMapper shared = CamelContextHelper.findSingleByType(getCamelContext(), ObjectMapper.class);
        return shared == null ? ownMapper : shared;
    }

    /** The totals of all calls of this component. */
    @Override
    public CallStats callStats() {
        return callStats;
    }

    ProducerHealthChecks producerHealthChecks() {
        return producerHealthChecks;
    }

    boolean isStopRequested() {
        return pause.isStopped();
    }

    public OctolaneConfiguration getConfiguration() {
        return configuration;
    }

    /** The options that endpoints start from. */
    public void setConfiguration(OctolaneConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
