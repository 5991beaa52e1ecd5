// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the manifest of the component's jar tells an OSGi container. */
class BundleTest {

    /** One clause of a header: its name, then attributes and directives; a comma may stand within quotes. */
    private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:;[\\w-]+:?=(?:\"[^\"]*\"|[^,;\"]*))*)(?:,|$)");

    private static final Pattern VERSION = Pattern.compile(";version=\"?([^\";]*)");

    @Test
    void thePackagesOfTheComponentAreExportedAndThatOfTheBuildIsNot() throws IOException {
        assertThat(versions("Export-Package"))
                .containsOnlyKeys(
                        "com.octolane.camel",
                        "com.octolane.camel.bulk",
                        "com.octolane.camel.client",
                        "com.octolane.camel.mapping",
                        "com.octolane.camel.model",
                        "com.octolane.camel.poll")
                .allSatisfy((name, version) -> assertThat(version).matches("\\d+\\.\\d+\\.\\d+.*"));
    }

    @Test
    void whatIsImportedReachesFromCamel414ToBeforeTheNextMajorVersion() throws IOException {
        Map<String, String> imports = versions("Import-Package");
        assertThat(imports)
                .containsKeys(
                        "org.apache.camel",
                        "org.apache.camel.component.http",
                        "org.apache.camel.impl.health",
                        "com.fasterxml.jackson.databind",
                        "org.apache.hc.client5.http",
                        "org.apache.hc.core5.http",
                        "org.slf4j",
                        "javax.sql");
        assertThat(imports)
                .allSatisfy((name, range) -> assertThat(range).as(name).isEqualTo(expectedRange(name)));
    }

    @Test
    void theBundleHasANameAndNothingThatDependsOnTheTimeOfTheBuild() throws IOException {
        Attributes manifest = manifest();
        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("com.octolane.camel.camel-octolane");
        assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(manifest.keySet())
                .extracting(Object::toString)
                .doesNotContain(
                        "Bnd-LastModified", "Built-By", "Build-Jdk", "Private-Package", "DynamicImport-Package");
    }

    /** @return the range, empty for what the JDK brings; a package that is not foreseen fits none */
    private static String expectedRange(String name) {
        if (name.startsWith("javax.net.") || name.equals("javax.sql")) {
            return "";
        }
        if (name.startsWith("org.apache.camel")) {
            return "[4.14,5)";
        }
        if (name.startsWith("com.fasterxml.jackson.")) {
            return "[2.19,3)";
        }
        if (name.startsWith("org.apache.hc.")) {
            // any: camel-karaf's bundles of HttpClient tell no versions
            return "0";
        }
        return name.equals("org.slf4j") ? "[2,3)" : "not to be imported";
    }

    private static Map<String, String> versions(String header) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        Matcher clause = CLAUSE.matcher(manifest().getValue(header));
        while (clause.find()) {
            Matcher version = VERSION.matcher(clause.group(2));
            versions.put(clause.group(1), version.find() ? version.group(1) : "");
        }
        return versions;
    }

    private static Attributes manifest() throws IOException {
        URL classes =
                OctolaneComponent.class.getProtectionDomain().getCodeSource().getLocation();
        URL manifest = classes.getPath().endsWith(".jar")
                ? new URL("jar:" + classes + "!/META-INF/MANIFEST.MF")
                : new URL(classes, "META-INF/MANIFEST.MF");
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
