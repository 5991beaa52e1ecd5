// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The page at the root and what it asks for. It answers before any stub and before the script of faults, needs no key, and none of its
 * requests counts as a call of the API.
 */
final class Board implements StubRequestFilterV2 {

    private static final String STATE = "/board/state";
    private static final String FAULTS = "/board/faults";

    private final BoardPage page = new BoardPage();
    private final Supplier<Map<String, Object>> state;
    private final BoardFaults faults;
    private final Bodies bodies;

    Board(Supplier<Map<String, Object>> state, BoardFaults faults, Bodies bodies) {
        this.state = state;
        this.faults = faults;
        this.bodies = bodies;
    }

    /** Whether a path is the board's and not the API's. */
    static boolean owns(String path) {
        return path.equals("/") || path.equals("/board") || path.startsWith("/board/");
    }

    static String path(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public String getName() {
        return "octolane-board";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        String path = path(request.getUrl());
        return owns(path)
                ? RequestFilterAction.stopWith(answer(request, path)
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .build())
                : RequestFilterAction.continueWith(request);
    }

    private ResponseDefinitionBuilder answer(Request request, String path) {
        return switch (path) {
            case "/" -> isRead(request) ? page.answer() : notAllowed("GET");
            case STATE -> isRead(request) ? state(request) : notAllowed("GET");
            case FAULTS -> RequestMethod.POST.equals(request.getMethod()) ? change(request) : notAllowed("POST");
            default -> json(404, Map.of("error", "The board has " + STATE + " and " + FAULTS));
        };
    }

    /** 304 when the page has it already, so that a board that nothing happens on costs next to nothing. */
    private ResponseDefinitionBuilder state(Request request) {
        byte[] body = bodies.write(state.get());
        String tag = '"' + UUID.nameUUIDFromBytes(body).toString() + '"';
        ResponseDefinitionBuilder answer =
                tag.equals(request.getHeader("If-None-Match")) ? aResponse().withStatus(304) : json(200, body);
        return answer.withHeader("ETag", tag).withHeader("Cache-Control", "no-cache");
    }

    /** Takes JSON only: no form and no script of another site can send that without asking first. */
    private ResponseDefinitionBuilder change(Request request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return json(415, Map.of("error", "Content-Type must be application/json"));
        }
        try {
            faults.change(bodies.parse(request.getBody()));
            return aResponse().withStatus(204);
        } catch (ApiException e) {
            return json(400, Map.of("error", String.join("; ", e.errors().values())));
        }
    }

    private static boolean isRead(Request request) {
        return RequestMethod.GET.equals(request.getMethod()) || RequestMethod.HEAD.equals(request.getMethod());
    }

    private ResponseDefinitionBuilder notAllowed(String allowed) {
        return json(405, Map.of("error", "Allowed: " + allowed)).withHeader("Allow", allowed);
    }

    private ResponseDefinitionBuilder json(int status, Object body) {
        return json(status, bodies.write(body));
    }

    private static ResponseDefinitionBuilder json(int status, byte[] body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
