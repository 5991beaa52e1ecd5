// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.bulk.BulkResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** Creates records from many virtual threads at once and tells which of them pinned the thread that carried them. */
public final class VirtualThreadsMain {

    static final int SINGLE_CREATES = 300;
    static final int BULK_CREATES = 20;
    static final int ROWS_OF_A_BULK = 200;

    private static final String PINNED = "jdk.VirtualThreadPinned";

    private final AtomicInteger onPlatformThreads = new AtomicInteger();
    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    /** Parks while it is initialised, which pins on every JDK: a recorder that misses this proves nothing. */
    private static final class ParksInItsInitializer {
        static final long DONE;

        static {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            DONE = System.nanoTime();
        }
    }

    /** Base URL and key. */
    public static void main(String[] args) throws Exception {
        VirtualThreadsMain main = new VirtualThreadsMain();
        try {
            main.start(args[0], args[1]);
            // classes are loaded before, since loading them pins
            main.load("warm", 2, 2);
            main.onPlatformThreads.set(0);
            List<RecordedEvent> pinned = main.record();
            System.out.println("calls on platform threads: " + main.onPlatformThreads);
            System.out.println("the recorder sees pinning: "
                    + pinned.stream().anyMatch(event -> has(event, ParksInItsInitializer.class.getName())));
            System.out.println("pinned by us: "
                    + pinned.stream()
                            .filter(event -> has(event, "com.octolane.camel."))
                            .filter(event -> !has(event, ParksInItsInitializer.class.getName()))
                            .toList());
        } finally {
            main.context.stop();
        }
    }

    private static boolean has(RecordedEvent event, String classes) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .anyMatch(method -> method.getType().getName().startsWith(classes));
    }

    private void start(String baseUrl, String key) throws Exception {
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(baseUrl);
        component.getConfiguration().setApiKey(key);
        component.getConfiguration().setRetryDelay("5ms");
        component.getConfiguration().setMaxRetries(10);
        component.getConfiguration().setBulkSize(20);
        HttpComponent http = new HttpComponent();
        http.setHttpClientConfigurer(builder -> builder.addExecInterceptorFirst("threads", (request, scope, chain) -> {
            if (!isVirtual(Thread.currentThread())) {
                onPlatformThreads.incrementAndGet();
            }
            return chain.proceed(request, scope);
        }));
        context.addComponent("http", http);
        context.addComponent("octolane", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:create").to("octolane:account");
                from("direct:upsert").to("octolane:account?operation=upsert");
                from("direct:bulkCreate").to("octolane:contact?operation=bulkCreate");
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    /** Compiled for a Java that does not know the method yet. */
    private static boolean isVirtual(Thread thread) {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no virtual threads", e);
        }
    }

    private List<RecordedEvent> record() throws Exception {
        Path file = Files.createTempFile("pinned", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withoutThreshold().withStackTrace();
            recording.start();
            load("load", SINGLE_CREATES, BULK_CREATES);
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(PINNED))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    private void load(String name, int creates, int bulks) throws Exception {
        ExecutorService threads = context.getExecutorServiceManager().newCachedThreadPool(this, name);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < creates; i++) {
            Map<String, Object> account = Map.of("domain", name + i + ".com");
            work.add(threads.submit(() -> template.requestBody("direct:create", account)));
            work.add(threads.submit(() -> template.requestBody("direct:upsert", account)));
        }
        for (int i = 0; i < bulks; i++) {
            String host = "@" + name + i + ".com";
            List<Map<String, String>> contacts = IntStream.range(0, ROWS_OF_A_BULK)
                    .mapToObj(row -> Map.of("email", "p" + row + host))
                    .toList();
            work.add(threads.submit(() -> template.requestBody("direct:bulkCreate", contacts, BulkResult.class)));
        }
        if (name.equals("load")) {
            work.add(threads.submit(() -> ParksInItsInitializer.DONE));
        }
        for (Future<?> each : work) {
            each.get();
        }
        context.getExecutorServiceManager().shutdown(threads);
    }
}
