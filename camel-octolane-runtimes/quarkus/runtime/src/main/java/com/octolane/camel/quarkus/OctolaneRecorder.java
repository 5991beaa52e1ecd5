// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;
import org.apache.camel.main.MainListener;

/** Called by the start-up code that Quarkus writes while an application is built. */
@Recorder
public class OctolaneRecorder {

    /**
     * What checks the component's properties before Camel reads them.
     *
     * @param options the names of the component's options
     */
    public RuntimeValue<MainListener> propertyCheck(List<String> options) {
        return new RuntimeValue<>(new PropertyCheck(options));
    }
}
