// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.write;

import com.octolane.camel.benchmarks.Setting;
import org.apache.camel.model.RouteDefinition;

/** The same by {@code toD}: a thousand URIs, which differ in what a header can say too. */
public class OctolaneToD extends OctolaneTo {

    @Override
    void define(RouteDefinition route, Setting setting) {
        route.toD("octolane:${header.object}?operation=get&recordId=${header.record}");
    }
}
