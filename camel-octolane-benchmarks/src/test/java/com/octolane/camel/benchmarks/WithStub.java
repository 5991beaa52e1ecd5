// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.stub.StubProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One stub API for the tests of a class. */
public abstract class WithStub {

    protected static StubProcess stub;

    @BeforeAll
    static void startStub() throws Exception {
        stub = StubProcess.start();
    }

    @AfterAll
    static void stopStub() throws Exception {
        stub.close();
    }
}
