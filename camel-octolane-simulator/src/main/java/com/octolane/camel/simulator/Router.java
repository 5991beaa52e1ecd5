// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the handler of a call by method and path, after the key was checked; every error leaves it as an error envelope. */
final class Router {

    /** What one operation of the API does. */
    @FunctionalInterface
    interface Handler {
        ApiAnswer handle(ApiRequest request);
    }

    private record Route(String method, List<String> template, Handler handler) {

        Optional<Map<String, String>> match(List<String> path) {
            if (path.size() != template.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String part = template.get(i);
                if (part.startsWith("{")) {
                    variables.put(part.substring(1, part.length() - 1), path.get(i));
                } else if (!part.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    private final String apiKey;
    private final List<Route> routes = new ArrayList<>();

    Router(String apiKey) {
        this.apiKey = apiKey;
    }

    /** @param template a path like {@code /v1/pipelines/{pipeline_id}/stages} */
    Router on(String method, String template, Handler handler) {
        routes.add(new Route(method, parts(template), handler));
        return this;
    }

    ApiAnswer dispatch(ApiRequest request) {
        if (!apiKey.equals(request.apiKey())) {
            return ApiAnswer.failure(401, "Unauthorized", Map.of("x-api-key", "The API key is missing or not valid"));
        }
        List<String> path = parts(request.path());
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(path);
            if (variables.isPresent() && route.method().equals(request.method())) {
                return answer(route.handler(), request.withVariables(variables.get()));
            }
            variables.ifPresent(v -> allowed.add(route.method()));
        }
        return allowed.isEmpty()
                ? ApiAnswer.failure(404, "Not found", Map.of("path", "No such path: " + request.path()))
                : ApiAnswer.failure(
                        405, "Method not allowed", Map.of("method", "Allowed: " + String.join(", ", allowed)));
    }

    private static ApiAnswer answer(Handler handler, ApiRequest request) {
        try {
            return handler.handle(request);
        } catch (ApiException e) {
            return ApiAnswer.failure(e.status(), e.getMessage(), e.errors());
        }
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/"));
    }
}
