// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import java.util.Map;

/** A subject without Camel: what nobody can go below. */
abstract class PlainSubject implements Subject {

    private PlainClient client;
    private Arrivals arrivals;

    @Override
    public void start(Setting setting) {
        client = new PlainClient(setting.api());
        arrivals = new Arrivals(setting.api());
    }

    PlainClient client() {
        return client;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    static void require(boolean arrived, Object what) {
        if (!arrived) {
            throw new IllegalStateException("Not what should have been answered: " + what);
        }
    }

    @Override
    public Map<String, Double> measures() {
        return arrivals.measures();
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
