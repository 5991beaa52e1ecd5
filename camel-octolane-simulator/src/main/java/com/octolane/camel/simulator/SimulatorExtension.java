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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lets WireMock ask the router for the answer to each request that no other stub wants, and spoils it where the script says so. */
final class SimulatorExtension implements ResponseTransformerV2 {

    static final String NAME = "octolane-simulator";

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String HTML =
            "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    private final Router router;
    private final Bodies bodies;
    private final Supplier<Instant> clock;
    private final FaultScript script;
    private final OctolaneWorld world;

    SimulatorExtension(Router router, Bodies bodies, Supplier<Instant> clock, FaultScript script, OctolaneWorld world) {
        this.router = router;
        this.bodies = bodies;
        this.clock = clock;
        this.script = script;
        this.world = world;
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
        ApiRequest request = request(event.getRequest());
        script.awaitLatency();
        FaultScript.Refusal refusal = script.refusal();
        if (refusal != null) {
            CallLog.note(event, "RATE_LIMIT", null);
            return tooMany(response, refusal.form(), refusal.delay());
        }
        Fault fault = script.faultOf(request.method(), request.path());
        ApiAnswer answer = fault == null || fault.isCarriedOut() ? router.dispatch(request) : null;
        CallLog.note(event, fault == null ? null : fault.name(), answer == null ? null : answer.rows());
        return fault == null ? json(response, Bends.answer(world, answer)) : broken(response, answer, fault);
    }

    /** @param answer null when the fault keeps the call from being carried out */
    private Response broken(Response response, ApiAnswer answer, Fault fault) {
        return switch (fault) {
            case RESET_BEFORE_WRITE, RESET_AFTER_WRITE -> reset(response);
            case HANG, HANG_AFTER_WRITE -> {
                script.awaitHang();
                yield reset(response);
            }
            case TRUNCATED_BODY -> truncated(response, answer);
            case STATUS_500_BEFORE_WRITE, STATUS_500_AFTER_WRITE ->
                json(response, ApiAnswer.failure(500, "Internal server error", Map.of()));
            case STATUS_503 -> json(response, ApiAnswer.failure(503, "Service unavailable", Map.of()));
            case HTML_ERROR_PAGE -> with(response, 502, "text/html", HTML.getBytes(StandardCharsets.UTF_8));
            case EMPTY_BODY -> with(response, answer.status(), "application/json", new byte[0]);
            case SUCCESS_FALSE -> {
                Map<String, Object> envelope =
                        ApiAnswer.failure(200, "Something went wrong", Map.of()).envelope();
                yield json(response, new ApiAnswer(200, envelope, null));
            }
            case RATE_LIMITED -> tooMany(response, RetryAfterForm.NONE, A_SECOND);
            case RATE_LIMITED_SECONDS -> tooMany(response, RetryAfterForm.SECONDS, A_SECOND);
            case RATE_LIMITED_DATE -> tooMany(response, RetryAfterForm.DATE, A_SECOND);
        };
    }

    private Response tooMany(Response response, RetryAfterForm form, Duration wait) {
        HttpHeader[] retryAfter = form.header(wait, clock.get())
                .map(value -> new HttpHeader[] {HttpHeader.httpHeader("Retry-After", value)})
                .orElse(new HttpHeader[0]);
        return json(response, ApiAnswer.failure(429, "Too many requests", Map.of()), retryAfter);
    }

    private static Response reset(Response response) {
        return Response.Builder.like(response)
                .but()
                .fault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                .build();
    }

    /** Promises the whole body and delivers half of it, whereupon the server gives up the connection. */
    private Response truncated(Response response, ApiAnswer answer) {
        byte[] whole = bodies.write(answer.envelope());
        HttpHeader length = HttpHeader.httpHeader("Content-Length", Integer.toString(whole.length));
        return with(response, answer.status(), "application/json", Arrays.copyOf(whole, whole.length / 2), length);
    }

    private Response json(Response response, ApiAnswer answer, HttpHeader... more) {
        return with(response, answer.status(), "application/json", bodies.write(answer.envelope()), more);
    }

    private Response with(Response response, int status, String type, byte[] body, HttpHeader... more) {
        HttpHeaders headers = new HttpHeaders(HttpHeader.httpHeader("Content-Type", type)).plus(more);
        if (!world.differs(Difference.NO_DATE_HEADER)) {
            headers = headers.plus(HttpHeader.httpHeader("Date", RetryAfterForm.httpDate(clock.get())));
        }
        if (world.differs(Difference.RATE_LIMIT_HEADERS)) {
            headers = headers.plus(HttpHeader.httpHeader("X-RateLimit-Limit", "60"));
        }
        return Response.Builder.like(response)
                .but()
                .status(status)
                .headers(headers)
                .body(body)
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
