// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one call: waits for its turn, sends, reads the answer, and repeats where that is safe and may help. */
public final class Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

    private final Transport transport;
    private final String apiKey;
    private final RateLimiter limiter;
    private final CallStats stats;
    private final RetryPolicy retries;
    private final double requestsPerSecond;
    private final Pause pause;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    public Caller(
            Transport transport,
            String apiKey,
            RateLimiter limiter,
            CallStats stats,
            RetryPolicy retries,
            double requestsPerSecond,
            Pause pause,
            ObjectMapper json) {
        this.transport = transport;
        this.apiKey = apiKey;
        this.limiter = limiter;
        this.stats = stats;
        this.retries = retries;
        this.requestsPerSecond = requestsPerSecond;
        this.pause = pause;
        this.json = json;
    }

    /** Reads an answer whose status is a success. */
    @FunctionalInterface
    interface AnswerReader<T> {

        /**
         * @return what the answer means, or null where it says {@code success:false}
         * @throws IOException where it is not what was expected
         */
        T read(Answer answer) throws IOException;
    }

    ApiResult call(Request request) {
        return call(request, this::readResult);
    }

    <T> T call(Request request, AnswerReader<T> reader) {
        List<OctolaneException> failures = new ArrayList<>();
        try {
            return callUntilDone(request, reader, failures);
        } catch (OctolaneException e) {
            if (request.isRead()) {
                e.markOfRead();
            }
            if (failures.stream().anyMatch(OctolaneException::isMaybeProcessed)) {
                e.markAfterDoubtfulTry();
            }
            stats.failed(new CallStats.Failure(clock.instant(), e.getMessage()));
            throw e;
        }
    }

    /**
     * Sends once, without waiting for a turn and without repeating.
     *
     * @throws OctolaneRateLimitException without sending, while an earlier 429 pauses all calls
     */
    <T> T callAtOnce(Request request, AnswerReader<T> reader) {
        Duration paused = limiter.paused();
        if (!paused.isZero()) {
            throw stillPaused(request, paused);
        }
        try {
            return callOnce(request, reader);
        } catch (OctolaneRateLimitException e) {
            rejected(e, retries.retryDelay());
            throw e;
        }
    }

    private <T> T callUntilDone(Request request, AnswerReader<T> reader, List<OctolaneException> failures) {
        for (int attempt = 1; ; attempt++) {
            awaitTurn(request);
            OctolaneException failure;
            try {
                T result = callOnce(request, reader);
                limiter.accepted();
                return result;
            } catch (OctolaneApiException | OctolaneTransportException e) {
                failure = e;
            }
            failures.add(failure);
            Optional<Duration> delay = retries.next(attempt, request, failure);
            if (failure instanceof OctolaneRateLimitException limit) {
                rejected(limit, delay.orElse(retries.retryDelay()));
            }
            if (delay.isEmpty()) {
                throw failure;
            }
            LOG.debug("{} failed, try {} follows in {}: {}", request, attempt + 1, delay.get(), failure.getMessage());
            if (!(failure instanceof OctolaneRateLimitException)) {
                // after a 429 it is the limiter that makes all wait, this call among them
                await(delay.get());
            }
            stats.retried();
        }
    }

    private void rejected(OctolaneRateLimitException limit, Duration own) {
        stats.rateLimited();
        limiter.rejected(limit.getRetryAfter() == null ? own : limit.getRetryAfter());
    }

    private void awaitTurn(Request request) {
        Duration paused = limiter.paused();
        if (paused.compareTo(retries.maxRetryDelay()) > 0) {
            throw stillPaused(request, paused);
        }
        Duration wait = limiter.reserve(requestsPerSecond);
        if (pause.isStopped()) {
            throw new OctolaneException("Stopped: " + request + " was not sent");
        }
        if (!wait.isZero()) {
            await(wait);
        }
    }

    private void await(Duration time) {
        long start = System.nanoTime();
        try {
            pause.await(time);
        } finally {
            stats.waited(System.nanoTime() - start);
        }
    }

    private static OctolaneRateLimitException stillPaused(Request request, Duration paused) {
        String message = "not sent, since an earlier answer asked to wait for another " + paused.toSeconds() + " s";
        return new OctolaneRateLimitException(
                new ApiError(429, 429, message, Map.of(), request.method(), request.path(), ""), paused);
    }

    private <T> T callOnce(Request request, AnswerReader<T> reader) {
        stats.called();
        long start = System.nanoTime();
        if (LOG.isTraceEnabled() && request.body() != null) {
            LOG.trace("{} sends {}", request, textWithoutKey(request.body()));
        }
        Answer answer = transport.send(request);
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} answered {} in {} ms", request, answer.status(), (System.nanoTime() - start) / 1_000_000);
        }
        if (LOG.isTraceEnabled()) {
            LOG.trace("{} answered {}", request, textWithoutKey(answer.body()));
        }
        if (answer.isSuccess()) {
            T result = readSuccess(request, answer, reader);
            if (result != null) {
                return result;
            }
        }
        throw ApiError.read(json, request, withoutKey(answer)).toException(answer.retryAfter(), clock);
    }

    /** An answer that repeats the key would spread it in exceptions and logs. */
    private Answer withoutKey(Answer answer) {
        byte[] body = textWithoutKey(answer.body()).getBytes(StandardCharsets.UTF_8);
        return new Answer(answer.status(), body, answer.retryAfter(), answer.date());
    }

    private String textWithoutKey(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replace(apiKey, "xxxxxx");
    }

    private static <T> T readSuccess(Request request, Answer answer, AnswerReader<T> reader) {
        try {
            return reader.read(answer);
        } catch (IOException e) {
            throw new OctolaneTransportException(
                    "Octolane answered " + answer.status() + " to " + request + " with a body that is not the JSON"
                            + " expected (" + answer.body().length + " bytes)",
                    true,
                    e);
        }
    }

    private ApiResult readResult(Answer answer) throws IOException {
        JsonNode root = json.readTree(answer.body());
        if (root == null || !root.isObject()) {
            throw new IOException("the answer is no JSON object");
        }
        JsonNode success = root.path("success");
        // assumption A-28
        if (success.isBoolean() && !success.booleanValue()) {
            return null;
        }
        JsonNode data = root.path("data");
        String message = root.path("message").isTextual() ? root.path("message").textValue() : null;
        return new ApiResult(answer.status(), message, data.isMissingNode() ? json.nullNode() : data);
    }
}
