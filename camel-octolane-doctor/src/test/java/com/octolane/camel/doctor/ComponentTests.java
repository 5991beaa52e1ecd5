// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.octolane.camel.simulator.Difference;
import com.octolane.camel.simulator.OctolaneSimulatorExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The component's own tests that carry the id of an assumption as their tag, run in another world. */
final class ComponentTests {

    private static final List<String> CLASSES = Stream.of(
                    "ConsumerTest", "CustomFieldsTest", "ProducerTest", "ReadTest", "UpdateTest", "UpsertTest")
            .map(name -> "com.octolane.camel." + name)
            .toList();

    private ComponentTests() {}

    /**
     * @param ids   those of which a test carries at least one
     * @param lines of application.properties, for the component
     */
    static TestExecutionSummary run(Collection<String> ids, Difference world, Collection<String> lines) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(CLASSES.stream()
                        .map(name -> selectClass(ComponentTests.class.getClassLoader(), name))
                        .toList())
                .filters(TagFilter.includeTags(List.copyOf(ids)))
                .configurationParameter(OctolaneSimulatorExtension.WORLD, world.name())
                .configurationParameter("octolane.options", String.join("\n", lines))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary();
    }

    static String failures(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        summary.printFailuresTo(new PrintWriter(text), 12);
        return text.toString();
    }
}
