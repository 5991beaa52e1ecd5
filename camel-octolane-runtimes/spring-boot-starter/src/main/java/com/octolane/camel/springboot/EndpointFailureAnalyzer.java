// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ResolveEndpointFailedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells of an octolane endpoint that cannot be made, naming the property that sets the option for all of them. */
class EndpointFailureAnalyzer extends AbstractFailureAnalyzer<ResolveEndpointFailedException> {

    private static final Pattern OPTION = Pattern.compile("\\boption (\\w+)");

    @Override
    protected FailureAnalysis analyze(Throwable root, ResolveEndpointFailedException cause) {
        if (cause.getUri() == null || !cause.getUri().startsWith("octolane:")) {
            return null;
        }
        String reason = reason(cause);
        Matcher option = OPTION.matcher(reason);
        String property =
                option.find() ? PropertyNames.ofOption(option.group(1)).orElse(null) : null;
        return new FailureAnalysis(
                "An endpoint of the Octolane component cannot be made. " + reason,
                property == null
                        ? "Correct the endpoint's URI in the route."
                        : "Set " + property + ", or the option on the endpoint.",
                cause);
    }

    /** The component's own words, which may lie below Camel's about a component that cannot be made. */
    private static String reason(ResolveEndpointFailedException failure) {
        for (Throwable each = failure.getCause(); each != null; each = each.getCause()) {
            if (each instanceof IllegalArgumentException && each.getMessage() != null) {
                return each.getMessage();
            }
        }
        return failure.getMessage();
    }
}
