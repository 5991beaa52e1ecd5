// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/** Takes the logging context to another thread, so that lines about a chunk tell the route and the exchange too. */
final class CallersMdc {

    private CallersMdc() {}

    /** The task, to be run in the logging context of the thread that asks now. The thread that runs it gets its own back. */
    static <T> Callable<T> in(Callable<T> task) {
        Map<String, String> mdc = MDC.getCopyOfContextMap();
        if (mdc == null || mdc.isEmpty()) {
            return task;
        }
        return () -> {
            Map<String, String> own = MDC.getCopyOfContextMap();
            MDC.setContextMap(mdc);
            try {
                return task.call();
            } finally {
                MDC.setContextMap(own == null ? Map.of() : own);
            }
        };
    }
}
