// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import com.octolane.camel.benchmarks.Target.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Work that several subjects do one after another, and what is wanted of their numbers.
 *
 * @param name for the command line and for the charts' files
 * @param title as the report says it
 * @param stub settings of the stub API
 * @param rounds how often each subject is started and measured
 */
public record Scenario(
        String name, String title, Map<String, Object> stub, int rounds, List<Run> runs, List<Target> targets) {

    /**
     * One subject in a scenario.
     *
     * @param label names it in the report and to the targets
     * @param warmUp records before the measured ones
     * @param jvm options of its JVM
     * @param jdk the Java that runs it has at least this feature version
     */
    public record Run(
            String label,
            Class<? extends Subject> subject,
            int callers,
            long warmUp,
            long records,
            Map<String, String> more,
            List<String> jvm,
            int jdk) {}

    static Builder named(String name, String title) {
        return new Builder(name, title);
    }

    /** Says a scenario in the order of a sentence. */
    static final class Builder {
        private final String name;
        private final String title;
        private final Map<String, Object> stub = new LinkedHashMap<>();
        private final List<Run> runs = new ArrayList<>();
        private final List<Target> targets = new ArrayList<>();
        private int rounds = 3;
        private int callers = 1;
        private int jdk = 17;
        private List<String> jvm = List.of("-Xmx256m");
        private Map<String, String> more = Map.of();

        private Builder(String name, String title) {
            this.name = name;
            this.title = title;
        }

        Builder stub(String setting, Object value) {
            stub.put(setting, value);
            return this;
        }

        Builder rounds(int rounds) {
            this.rounds = rounds;
            return this;
        }

        /** For the runs that follow. */
        Builder callers(int callers) {
            this.callers = callers;
            return this;
        }

        /** For the runs that follow. */
        Builder jvm(int jdk, String... options) {
            this.jdk = jdk;
            this.jvm = List.of(options);
            return this;
        }

        /** For the runs that follow. */
        Builder more(Map<String, String> more) {
            this.more = more;
            return this;
        }

        Builder run(String label, Class<? extends Subject> subject, long warmUp, long records) {
            runs.add(new Run(label, subject, callers, warmUp, records, more, jvm, jdk));
            return this;
        }

        Builder atMost(double bound, String text, ToDoubleFunction<Seen> value) {
            targets.add(new Target(text, value, bound, true));
            return this;
        }

        Builder atLeast(double bound, String text, ToDoubleFunction<Seen> value) {
            targets.add(new Target(text, value, bound, false));
            return this;
        }

        Scenario build() {
            return new Scenario(name, title, Map.copyOf(stub), rounds, List.copyOf(runs), List.copyOf(targets));
        }
    }
}
