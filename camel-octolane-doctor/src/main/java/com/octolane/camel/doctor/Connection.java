// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.OctolaneConfiguration;
import com.octolane.camel.OctolaneEndpoint;
import com.octolane.camel.client.OctolaneClient;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** The component's own client, so that what is found holds for the component; it also shows the headers of answers. */
final class Connection implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final OctolaneClient client;

    /**
     * @param rate requests a second, 0 for no limit
     * @throws CannotRun where a setting is wrong
     */
    Connection(String apiKey, String baseUrl, double rate) {
        context.disableJMX();
        HttpComponent http = new HttpComponent();
        http.setHttpClientConfigurer(builder -> builder.addResponseInterceptorLast((response, entity, call) -> {
            for (var header : response.getHeaders()) {
                headers.put(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
            }
        }));
        OctolaneComponent component = new OctolaneComponent();
        OctolaneConfiguration options = component.getConfiguration();
        options.setApiKey(apiKey);
        options.setBaseUrl(baseUrl);
        options.setRequestsPerSecond(rate);
        options.setMaxRetries(2);
        options.setRetryDelay("500ms");
        options.setHttpComponent(http);
        options.setResponseTimeout("30s");
        try {
            context.addComponent("http", http);
            context.addComponent("octolane", component);
            context.start();
            client = context.getEndpoint("octolane:account", OctolaneEndpoint.class)
                    .createClient();
        } catch (Exception e) {
            close();
            throw new CannotRun(rootMessage(e).replace(apiKey, "KEY"));
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    OctolaneClient client() {
        return client;
    }

    /** The headers of all answers so far, by lower-case name, the last value of each. */
    Map<String, String> headers() {
        return headers;
    }

    /** Waits in the client end at once. */
    @Override
    public void close() {
        context.stop();
    }
}
