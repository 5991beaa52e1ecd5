// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.stub;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An Octolane API for benchmarks: as cheap as a server can be, and without a memory. Whoever asks for records gets them
 * made from the number in their key or place, so that an upsert finds each of its rows, unchanged.
 *
 * <p>It runs in a process of its own, in one event loop, tells its port on standard output, and ends with its standard
 * input. {@code PUT /stub/settings} takes some of {@link StubSettings}, keeps the others, and resets what
 * {@code GET /stub/counts} tells. Paths may begin with {@code /v1}.
 */
public final class StubApi {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final Buffer NOTHING_HERE =
            Buffer.buffer("{\"success\":false,\"statusCode\":404,\"message\":\"There is no such endpoint\"}");
    private static final byte[] NO_DEFINITIONS =
            "{\"success\":true,\"message\":\"OK\",\"data\":[]}".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx;
    private final Map<String, Pages> pages = new HashMap<>();
    private StubSettings settings = StubSettings.initial();
    private StubCounts counts = new StubCounts();
    private int created;

    private StubApi(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What is answered: the status and the body. */
    private record Reply(int status, byte[] body) {

        static Reply ok(byte[] body) {
            return new Reply(200, body);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                // else an answer waits for the selector's next millisecond, too
                .setPreferNativeTransport(true));
        StubApi api = new StubApi(vertx);
        int port = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> api.answer(request, body.getBytes())))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
        System.out.println("listening on " + port);
        while (System.in.read() >= 0) {
            // whoever started this holds the other end
        }
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private void answer(HttpServerRequest request, byte[] body) {
        String path = request.path().startsWith("/v1/") ? request.path().substring(3) : request.path();
        Reply reply;
        try {
            reply = path.startsWith("/stub/") ? control(path, body) : reply(request, path, body);
        } catch (IOException | RuntimeException e) {
            reply = refusal(e);
        }
        if (reply == null) {
            request.response()
                    .setStatusCode(404)
                    .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                    .end(NOTHING_HERE);
        } else if (settings.delayMillis() == 0 || path.startsWith("/stub/")) {
            send(request, reply);
        } else {
            Reply later = reply;
            vertx.setTimer(settings.delayMillis(), timer -> send(request, later));
        }
    }

    private static void send(HttpServerRequest request, Reply reply) {
        request.response()
                .setStatusCode(reply.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(Buffer.buffer(reply.body()));
    }

    private static Reply refusal(Exception e) {
        String reason = String.valueOf(e.getMessage()).replaceAll("[^\\w .,:\\[\\]]", "'");
        String text = "{\"success\":false,\"statusCode\":400,\"message\":\"" + reason + "\"}";
        return new Reply(400, text.getBytes(StandardCharsets.US_ASCII));
    }

    private Reply control(String path, byte[] body) throws IOException {
        if (path.equals("/stub/settings")) {
            settings = settings.with(body);
            counts = new StubCounts();
            return Reply.ok(settings.toJson());
        }
        return path.equals("/stub/counts") ? Reply.ok(counts.toJson()) : null;
    }

    private Reply reply(HttpServerRequest request, String path, byte[] body) throws IOException {
        if (path.startsWith("/pipelines/") || path.endsWith("/fields")) {
            counts.call("definitions");
            return Reply.ok(NO_DEFINITIONS);
        }
        int slash = path.indexOf('/', 1);
        String plural = slash < 0 ? path.substring(1) : path.substring(1, slash);
        String rest = slash < 0 ? "" : path.substring(slash);
        if (!Samples.isObject(plural)) {
            return null;
        }
        HttpMethod method = request.method();
        if (method == HttpMethod.POST && rest.isEmpty()) {
            return create("create", Rows.one(plural, body), true);
        } else if (method == HttpMethod.POST && rest.equals("/bulk")) {
            return create("bulkCreate", Rows.list(plural, body), false);
        } else if (method == HttpMethod.PATCH && rest.equals("/bulk")) {
            Rows rows = Rows.byId(plural, body);
            counts.call("bulkUpdate");
            counts.taken("bulkUpdate", rows.count());
            return Reply.ok(rows.updated());
        } else if (method == HttpMethod.POST && rest.equals("/search")) {
            return read(plural, Search.read(body), "search");
        } else if (method == HttpMethod.GET && rest.isEmpty()) {
            return read(plural, Search.of(request.getParam("limit"), request.getParam("cursor")), "list");
        }
        return null;
    }

    private Reply create(String kind, Rows rows, boolean single) throws IOException {
        counts.call(kind);
        StubSettings.Narrowing narrowing = settings.narrowing();
        if (narrowing != StubSettings.Narrowing.none && !rows.bad().isEmpty()) {
            counts.refused(rows.count());
            return new Reply(400, rows.refused(narrowing == StubSettings.Narrowing.named, single));
        }
        counts.taken(kind, rows.count());
        boolean named = settings.bulkAnswer() == StubSettings.BulkAnswer.records;
        byte[] body = rows.created(created, named, single);
        created = (created + rows.count()) % 1_000_000_000;
        return new Reply(201, body);
    }

    private Reply read(String plural, Search search, String kind) {
        if (!Samples.isReadable(plural)) {
            return null;
        }
        counts.call(search.isByKey() ? "lookUp" : kind);
        return Reply.ok(search.answer(pages.computeIfAbsent(plural, Pages::new), settings));
    }
}
