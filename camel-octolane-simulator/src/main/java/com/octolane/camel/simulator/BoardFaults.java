// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the board says about faults, and the changes that it may make by hand. */
final class BoardFaults {

    private static final int LONGEST_LATENCY_MILLIS = 60_000;
    private static final int MOST_CALLS = 1_000_000;

    private final FaultScript script;
    private final Faults faults;

    BoardFaults(FaultScript script) {
        this.script = script;
        this.faults = new Faults(script);
    }

    /**
     * Carries out {@code {"action": ...}}: {@code next} and {@code every} with {@code fault} ({@code every} with {@code n}), {@code latency}
     * with {@code millis}, {@code rateLimit} with {@code perSecond} (0 for none) and {@code retryAfter}, {@code clear}.
     *
     * @throws ApiException when the change makes no sense; nothing has changed then
     */
    void change(JsonNode change) {
        switch (change.path("action").asText()) {
            case "next" -> faults.next(constant(Fault.class, change, "fault"));
            case "every" -> {
                Fault fault = constant(Fault.class, change, "fault");
                faults.every((int) number(change, "n", 1, MOST_CALLS), fault);
            }
            case "latency" ->
                faults.latency(Duration.ofMillis((long) number(change, "millis", 0, LONGEST_LATENCY_MILLIS)));
            case "rateLimit" -> {
                double perSecond = number(change, "perSecond", 0, MOST_CALLS);
                if (perSecond == 0) {
                    script.rateLimit(null);
                } else {
                    faults.rateLimit(perSecond, constant(RetryAfterForm.class, change, "retryAfter"));
                }
            }
            case "clear" -> faults.clear();
            default -> throw ApiException.invalid("action", "action must be next, every, latency, rateLimit or clear");
        }
    }

    Map<String, Object> state() {
        FaultScript.State now = script.state();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("known", Fault.values());
        state.put("rules", now.plans());
        state.put("latencyMillis", now.latency().toMillis());
        state.put("perSecond", now.gate() == null ? 0 : now.gate().perSecond());
        state.put("retryAfter", now.gate() == null ? null : now.gate().form());
        state.put("counts", now.counts());
        state.put("rateLimited", now.rateLimited());
        return state;
    }

    private static double number(JsonNode change, String field, double least, double most) {
        JsonNode value = change.path(field);
        if (!value.isNumber() || value.asDouble() < least || value.asDouble() > most) {
            throw ApiException.invalid(field, "%s must be a number from %.0f to %.0f".formatted(field, least, most));
        }
        return value.asDouble();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode change, String field) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        return all.stream()
                .filter(each -> each.name().equals(change.path(field).asText()))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(field, field + " must be one of " + all));
    }
}
