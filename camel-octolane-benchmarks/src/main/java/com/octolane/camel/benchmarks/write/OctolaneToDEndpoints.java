// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Setting;
import org.apache.camel.model.RouteDefinition;

/** A thousand URIs that differ in an option that no header can say, so that each has an endpoint of its own. */
public class OctolaneToDEndpoints extends OctolaneTo {

    @Override
    void define(RouteDefinition route, Setting setting) {
        route.toD("octolane:${header.object}?operation=get&recordId=${header.record}"
                + "&fieldMapping.Column${header.number}=industry");
    }
}
