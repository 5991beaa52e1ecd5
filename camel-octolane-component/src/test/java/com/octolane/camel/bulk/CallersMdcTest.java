// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CallersMdcTest {

    private static final Callable<String> ROUTE = () -> MDC.get("route");
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        MDC.clear();
        thread.shutdown();
    }

    @Test
    void aTaskRunsInTheContextOfTheThreadThatAsked() throws Exception {
        MDC.put("route", "mine");
        Callable<String> task = CallersMdc.in(ROUTE);
        MDC.put("route", "later");
        assertThat(thread.submit(task).get()).isEqualTo("mine");
    }

    @Test
    void theThreadGetsItsOwnContextBackWhateverHappens() throws Exception {
        MDC.put("route", "mine");
        Callable<String> failing = CallersMdc.in(() -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> thread.submit(failing).get()).hasMessageContaining("no");
        assertThat(thread.submit(ROUTE).get()).isNull();
        thread.submit(() -> MDC.put("route", "its own")).get();
        thread.submit(CallersMdc.in(ROUTE)).get();
        assertThat(thread.submit(ROUTE).get()).isEqualTo("its own");
    }

    @Test
    void withoutAContextTheTaskIsLeftAsItIs() {
        assertThat(CallersMdc.in(ROUTE)).isSameAs(ROUTE);
    }
}
