// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;

/** The stub behind all others; it comes back when a test resets the stubs, so that the simulator goes on answering. */
final class CatchAllStub implements StubLifecycleListener {

    private static final int AFTER_EVERY_OTHER_STUB = 1_000_000;

    private volatile WireMockServer server;

    void attach(WireMockServer started) {
        server = started;
        lay();
    }

    @Override
    public String getName() {
        return "octolane-catch-all";
    }

    @Override
    public void afterStubsReset() {
        if (server != null) {
            lay();
        }
    }

    private void lay() {
        server.stubFor(any(anyUrl())
                .atPriority(AFTER_EVERY_OTHER_STUB)
                .willReturn(aResponse().withTransformers(SimulatorExtension.NAME)));
    }
}
