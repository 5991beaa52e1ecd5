// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lets WireMock ask the router for the answer to each request that no other stub wants. */
final class SimulatorExtension implements ResponseTransformerV2 {

    static final String NAME = "octolane-simulator";

    private final Router router;
    private final Bodies bodies;
    private final Supplier<Instant> clock;

    SimulatorExtension(Router router, Bodies bodies, Supplier<Instant> clock) {
        this.router = router;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        ApiAnswer answer = router.dispatch(request(event.getRequest()));
        return Response.Builder.like(response)
                .but()
                .status(answer.status())
                .headers(new HttpHeaders(
                        HttpHeader.httpHeader("Content-Type", "application/json"),
                        HttpHeader.httpHeader(
                                "Date",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        clock.get().atOffset(ZoneOffset.UTC)))))
                .body(bodies.write(answer.envelope()))
                .build();
    }

    private static ApiRequest request(LoggedRequest request) {
        Map<String, List<String>> query = new HashMap<>();
        for (Map.Entry<String, QueryParameter> parameter :
                request.getQueryParams().entrySet()) {
            query.put(parameter.getKey(), parameter.getValue().values());
        }
        return new ApiRequest(
                request.getMethod().getName(),
                URI.create(request.getUrl()).getPath(),
                query,
                request.getHeader("x-api-key"),
                request.getBody(),
                Map.of());
    }
}
