// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Read and write opportunities, accounts, contacts, notes and activities of the Octolane CRM. */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "octolane",
        title = "Octolane",
        syntax = "octolane:object",
        producerOnly = true,
        category = {Category.CLOUD, Category.SAAS},
        headersClass = OctolaneConstants.class)
public class OctolaneEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath(description = "The kind of record.")
    @Metadata(required = true)
    private OctolaneObject object;

    @UriParam
    private OctolaneConfiguration configuration;

    private URI baseUrl;

    public OctolaneEndpoint(
            String uri, OctolaneComponent component, OctolaneObject object, OctolaneConfiguration configuration) {
        super(uri, component);
        this.object = object;
        this.configuration = configuration;
    }

    /** @throws IllegalArgumentException naming the first option that is wrong and what is valid */
    void validate() {
        if (configuration.getApiKey() == null || configuration.getApiKey().isBlank()) {
            throw new IllegalArgumentException("The option apiKey is required: set it on the component"
                    + " (camel.component.octolane.api-key) or on the endpoint");
        }
        baseUrl = parseBaseUrl(configuration.getBaseUrl(), configuration.isAllowPlainHttp());
        OptionRanges.check(configuration);
    }

    private static URI parseBaseUrl(String text, boolean allowPlainHttp) {
        String expected = "The option baseUrl is '" + text + "': expected https://HOST[:PORT][/PATH]";
        URI url;
        try {
            url = new URI(text == null ? "" : text.strip().replaceFirst("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(expected, e);
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme());
        if (!http && !"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(expected);
        }
        if (http && !allowPlainHttp && !isThisMachine(url.getHost())) {
            throw new IllegalArgumentException("The option baseUrl is '" + text + "', which would send the key in the"
                    + " clear: use https://, or set allowPlainHttp=true");
        }
        return url;
    }

    // by the text alone: a name that resolves to this machine today may resolve to another one tomorrow
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]");
    }

    @Override
    public Producer createProducer() {
        configuration.getOperation().requireSupportFor(object);
        return new OctolaneProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("octolane: endpoints can only be written to");
    }

    OctolaneClient createClient() throws Exception {
        return getComponent().createClient(configuration, baseUrl);
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
