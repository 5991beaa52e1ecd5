// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.OctolaneComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context as users have one, with this component set to the stub API. */
public final class Endpoints {

    /** Any will do: the stub does not look. */
    public static final String KEY = "key";

    /** A pipeline of the stub. */
    public static final String PIPELINE = "11111111-2222-4333-8444-555555555555";

    private Endpoints() {}

    /** Not started yet. */
    public static CamelContext context(Setting setting) {
        OctolaneComponent component = new OctolaneComponent();
        component.getConfiguration().setBaseUrl(setting.api() + "/v1");
        component.getConfiguration().setApiKey(KEY);
        component.getConfiguration().setPipelineId(PIPELINE);
        CamelContext context = new DefaultCamelContext();
        context.addComponent("octolane", component);
        return context;
    }
}
