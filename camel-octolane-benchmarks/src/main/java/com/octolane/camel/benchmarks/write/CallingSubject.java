// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;

/** Sends one row after the other into its route, with as many callers as the setting says. */
abstract class CallingSubject extends CamelSubject {

    private Callers callers;

    @Override
    public void start(Setting setting) throws Exception {
        super.start(setting);
        ExecutorService threads = threads(context(), setting.callers());
        callers = threads == null ? new Callers(setting.callers()) : new Callers(setting.callers(), threads);
    }

    /** Where the callers run; null for threads of the JDK's own pool. */
    ExecutorService threads(CamelContext context, int callers) {
        return null;
    }

    @Override
    public void move(long records, Latencies latencies) throws Exception {
        arrivals().begin();
        callers.move(records, latencies, this::call);
        verify(records);
    }

    /** @throws Exception when the row of that number is not as it should be afterwards */
    abstract void call(int number) throws Exception;

    /** Compares with the stub's counts. */
    abstract void verify(long records) throws Exception;

    @Override
    public void close() throws Exception {
        callers.close();
        super.close();
    }
}
