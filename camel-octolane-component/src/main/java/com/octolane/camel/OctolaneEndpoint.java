// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.bulk.MatchOn;
import com.octolane.camel.client.CallStats;
import com.octolane.camel.client.CamelHttpTransport;
import com.octolane.camel.client.OctolaneClient;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.RateLimiter;
import java.net.URI;
import java.util.Objects;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Read and write opportunities, accounts, contacts, notes and activities of the Octolane CRM. */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "octolane",
        title = "Octolane",
        syntax = "octolane:object",
        category = {Category.CLOUD, Category.SAAS},
        headersClass = OctolaneConstants.class)
@ManagedResource(description = "Managed Octolane endpoint")
public class OctolaneEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation, ManagedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OctolaneEndpoint.class);
    private static final long DELAY = 60_000;

    @UriPath(description = "The kind of record.")
    @Metadata(required = true)
    private OctolaneObject object;

    @UriParam
    private OctolaneConfiguration configuration;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "Milliseconds before the next poll.")
    private long delay = DELAY;

    @UriParam(label = "consumer", defaultValue = "0", description = "The most exchanges of one poll. 0 for no limit.")
    private int maxMessagesPerPoll;

    private final MemoryStateRepository memory = new MemoryStateRepository();
    private URI baseUrl;
    private RateLimiter limiter;
    private CallStats callStats;

    public OctolaneEndpoint(
            String uri, OctolaneComponent component, OctolaneObject object, OctolaneConfiguration configuration) {
        super(uri, component);
        this.object = object;
        this.configuration = configuration;
        super.setDelay(DELAY);
    }

    /** @throws IllegalArgumentException naming the first option that is wrong and what is valid */
    void validate() {
        // assumption A-35
        if (configuration.getApiKey() == null || configuration.getApiKey().isBlank()) {
            throw new IllegalArgumentException("The option apiKey is required: set it on the component"
                    + " (camel.component.octolane.api-key) or on the endpoint");
        }
        baseUrl = BaseUrl.parse(configuration.getBaseUrl(), configuration.isAllowPlainHttp());
        OptionRanges.check(configuration);
        limiter = RateLimiter.shared(configuration.getApiKey(), baseUrl.toString());
        callStats = new CallStats(getComponent().callStats(), limiter.stats());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        LOG.info("{} calls the Octolane API at {}", URISupport.sanitizeUri(getEndpointUri()), baseUrl);
    }

    @Override
    public Producer createProducer() {
        configuration.getOperation().requireSupportFor(object);
        if (configuration.getOperation().isUpsert()) {
            MatchOn.of(object, configuration.getMatchOn());
        }
        return new OctolaneProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!object.isReadable()) {
            throw new IllegalArgumentException("Octolane offers no way to read the object '" + object
                    + "'. Valid objects for a consumer: opportunity, account, contact");
        }
        if (object == OctolaneObject.opportunity && configuration.getPipelineId() == null) {
            throw new IllegalArgumentException(
                    "The option pipelineId is required: opportunities are read from one" + " pipeline at a time");
        }
        OctolaneConsumer consumer = new OctolaneConsumer(this, processor);
        configureConsumer(consumer);
        consumer.setMaxMessagesPerPoll(maxMessagesPerPoll);
        return consumer;
    }

    /** Keeps the position of a consumer that has no other repository, as long as the context lives. */
    MemoryStateRepository memory() {
        return memory;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** The most exchanges of one poll, 0 for no limit. */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    /**
     * A client with this endpoint's settings, for what the operations do not offer. It is safe for use by many threads,
     * and works as long as the context runs.
     *
     * @throws Exception where the connections cannot be set up
     */
    public OctolaneClient createClient() throws Exception {
        return getComponent().createClient(configuration, baseUrl, limiter, callStats);
    }

    /**
     * Asks over connections of their own, which are closed afterwards.
     *
     * @throws OctolaneException telling why the answer was not the one expected
     */
    void check() throws Exception {
        CamelHttpTransport transport = connectionSettings().createTransport(getCamelContext());
        ServiceHelper.startService(transport);
        try {
            Question.of(this).ask(getComponent().createClient(configuration, transport, limiter, callStats));
        } finally {
            ServiceHelper.stopService(transport);
        }
    }

    ConnectionSettings connectionSettings() {
        return ConnectionSettings.of(getCamelContext(), configuration, baseUrl);
    }

    /** What paces the calls of all endpoints with this key and base URL. */
    RateLimiter limiter() {
        return limiter;
    }

    /** The calls of this endpoint's producers and consumers. */
    @Override
    public CallStats callStats() {
        return callStats;
    }

    @ManagedAttribute(description = "Milliseconds for which no call is made, since the API answered 429")
    public long getTimePaused() {
        return limiter.paused().toMillis();
    }

    @Override
    public OctolaneComponent getComponent() {
        return (OctolaneComponent) super.getComponent();
    }

    @Override
    public String getServiceUrl() {
        return String.valueOf(baseUrl);
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    /** The key is not in the endpoint's URI, yet endpoints with different keys differ. */
    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof OctolaneEndpoint that
                && Objects.equals(configuration.getApiKey(), that.configuration.getApiKey());
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    public OctolaneObject getObject() {
        return object;
    }

    /** The kind of record. */
    public void setObject(OctolaneObject object) {
        this.object = object;
    }

    public OctolaneConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(OctolaneConfiguration configuration) {
        this.configuration = configuration;
    }
}
