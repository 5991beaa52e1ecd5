// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Compares the features file that users take, and the stand-in for Camel's, with the file that camel-karaf publishes. */
class FeaturesIT {

    private static final File OURS = new File(System.getProperty("karaf.features"));
    private static final File CAMELS = new File(System.getProperty("karaf.camelFeatures"));
    private static final File STAND_IN = new File(System.getProperty("karaf.standIn"));

    @Test
    void everyFeatureThatIsRequiredIsInTheRepositoryThatIsNamed() throws Exception {
        Document ours = parse(OURS);
        assertThat(texts(ours.getDocumentElement(), "repository"))
                .containsExactly("mvn:org.apache.camel.karaf/apache-camel/" + System.getProperty("karaf.camelVersion")
                        + "/xml/features");
        assertThat(required(ours))
                .hasSize(3)
                .allSatisfy(feature -> assertThat(versionsOf(CAMELS, feature.getTextContent()))
                        .as(feature.getTextContent())
                        .anyMatch(version -> VersionRange.valueOf(feature.getAttribute("version"))
                                .includes(Version.valueOf(version))));
    }

    @Test
    void theBundleIsTheComponentOfTheSameRelease() throws Exception {
        assertThat(texts(parse(OURS).getDocumentElement(), "bundle"))
                .containsExactly("mvn:com.octolane.camel/camel-octolane/" + System.getProperty("project.version"));
    }

    @Test
    void theStandInHasTheVersionsOfHttpClientAndJacksonThatCamelsFeaturesHave() throws Exception {
        for (String feature : List.of("http-client", "jackson")) {
            assertThat(versionsOf(CAMELS, feature)).containsAll(versionsOf(STAND_IN, feature));
        }
        String camels = String.join(" ", texts(parse(CAMELS).getDocumentElement(), "bundle"));
        assertThat(texts(parse(STAND_IN).getDocumentElement(), "bundle"))
                .filteredOn(bundle -> bundle.contains("httpcomponents") || bundle.contains("jackson"))
                .hasSize(6)
                .allSatisfy(bundle -> assertThat(camels).contains(bundle.replaceFirst("\\$.*", "")));
    }

    private static List<Element> required(Document features) {
        return elements(features.getDocumentElement(), "feature")
                .filter(feature -> feature.getParentNode() != features.getDocumentElement())
                .toList();
    }

    private static List<String> versionsOf(File file, String feature) throws Exception {
        Element root = parse(file).getDocumentElement();
        return elements(root, "feature")
                .filter(element -> element.getParentNode() == root)
                .filter(element -> element.getAttribute("name").equals(feature))
                .map(element -> element.getAttribute("version"))
                .toList();
    }

    private static List<String> texts(Element root, String tag) {
        return elements(root, tag)
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static Stream<Element> elements(Element root, String tag) {
        NodeList all = root.getElementsByTagName(tag);
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
    }

    private static Document parse(File file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    }
}
