// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Creates deals one by one, with as many callers as the setting says. */
abstract class CreateSubject extends CamelSubject {

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
        callers.move(records, latencies, this::create);
        arrivals().require("create", records);
    }

    private void create(int number) throws Exception {
        Exchange exchange = send(DealRows.row(number));
        if (!hasId(exchange)) {
            throw new IllegalStateException("Deal " + number + " got no id: " + exchange.getMessage());
        }
    }

    abstract boolean hasId(Exchange exchange);

    @Override
    public void close() throws Exception {
        callers.close();
        super.close();
    }
}
