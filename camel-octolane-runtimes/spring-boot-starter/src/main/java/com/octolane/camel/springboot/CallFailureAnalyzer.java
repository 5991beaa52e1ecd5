// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import com.octolane.camel.client.OctolaneAuthenticationException;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneTransportException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells of a call that an application makes while it starts, and that fails for its host or its key. */
class CallFailureAnalyzer extends AbstractFailureAnalyzer<OctolaneException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, OctolaneException cause) {
        if (cause instanceof OctolaneAuthenticationException) {
            return new FailureAnalysis(
                    cause.getMessage(), "Set camel.component.octolane.api-key to a valid key.", cause);
        }
        if (cause instanceof OctolaneTransportException) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Check that the host can be reached from here, and that camel.component.octolane.base-url names it.",
                    cause);
        }
        return null;
    }
}
