// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks;

import java.nio.file.Path;
import java.util.Optional;

/** The Java programs that run what is measured. */
final class Jvm {

    private Jvm() {}

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    static String java() {
        return in(Path.of(System.getProperty("java.home")));
    }

    /** A Java of at least that feature version: the one that runs now, or the one that {@code JAVA_25_HOME} names. */
    static Optional<String> java(int feature) {
        if (Runtime.version().feature() >= feature) {
            return Optional.of(java());
        }
        return Optional.ofNullable(System.getenv("JAVA_25_HOME")).map(Path::of).map(Jvm::in);
    }

    private static String in(Path home) {
        return home.resolve("bin").resolve("java").toString();
    }
}
