// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;

/** Many callers on threads that Camel makes, which are threads of the system unless told otherwise. */
public class OctolaneCreateOnPlatformThreads extends OctolaneCreate {

    @Override
    ExecutorService threads(CamelContext context, int callers) {
        return context.getExecutorServiceManager().newFixedThreadPool(this, "caller", callers);
    }
}
