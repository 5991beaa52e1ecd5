// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import org.apache.camel.Exchange;

/** Creates deals one by one. */
abstract class CreateSubject extends CallingSubject {

    @Override
    void call(int number) throws Exception {
        Exchange exchange = send(DealRows.row(number));
        if (!hasId(exchange)) {
            throw new IllegalStateException("Deal " + number + " got no id: " + exchange.getMessage());
        }
    }

    abstract boolean hasId(Exchange exchange);

    @Override
    void verify(long records) throws Exception {
        arrivals().require("create", records);
    }
}
