// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Setting;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;

/**
 * Many callers on the virtual threads that Camel makes with {@code camel.threads.virtual.enabled}. Needs Java 21, and a
 * JVM in which Camel has made no thread yet.
 */
public class OctolaneCreateOnVirtualThreads extends OctolaneCreate {

    @Override
    public void start(Setting setting) throws Exception {
        System.setProperty("camel.threads.virtual.enabled", "true");
        super.start(setting);
    }

    @Override
    ExecutorService threads(CamelContext context, int callers) {
        ExecutorService threads = context.getExecutorServiceManager().newFixedThreadPool(this, "caller", callers);
        try {
            String type = threads.submit(() -> Thread.currentThread().getClass().getName())
                    .get();
            // the class by its name, since this is compiled for Java 17
            if (!type.equals("java.lang.VirtualThread")) {
                throw new IllegalStateException("Camel makes no virtual threads here: Java "
                        + Runtime.version().feature() + ", a caller is a " + type);
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("A caller could not run", e);
        }
        return threads;
    }
}
