// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Who imports the bill of materials gets every artifact that is published, in the version of this build. */
class BomTest {

    private static final Path ROOT = Path.of("..");
    private static final Path BOM = ROOT.resolve("camel-octolane-bom");

    /** A module of the build: its coordinates and whether a release uploads it. */
    private record Module(String artifact, String version, boolean published) {}

    @Test
    void theBomListsWhatIsPublishedAndNothingElse() throws Exception {
        List<Module> modules = new ArrayList<>();
        collect(ROOT, true, modules);
        List<String> published =
                modules.stream().filter(Module::published).map(Module::artifact).toList();
        assertThat(listed())
                .as("artifacts in camel-octolane-bom/pom.xml (a module that is not for users sets maven.deploy.skip)")
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void allPomsHaveOneVersion() throws Exception {
        List<Module> modules = new ArrayList<>();
        collect(ROOT, true, modules);
        assertThat(modules).extracting(Module::version).containsOnly(text(pom(ROOT), "version"));
        assertThat(text(pom(BOM), "version")).isEqualTo(text(pom(ROOT), "version"));
    }

    private static List<String> listed() throws Exception {
        List<String> artifacts = new ArrayList<>();
        Element dependencies = child(child(pom(BOM), "dependencyManagement"), "dependencies");
        for (Element dependency : children(dependencies)) {
            assertThat(text(dependency, "version")).isEqualTo("${project.version}");
            artifacts.add(text(dependency, "artifactId"));
        }
        return artifacts;
    }

    /** Walks the modules as Maven does; poms that only hold others together are not for users. */
    private static void collect(Path folder, boolean deployed, List<Module> found) throws Exception {
        Element pom = pom(folder);
        Element parent = child(pom, "parent");
        String own = parent == null ? text(pom, "version") : text(parent, "version");
        Element properties = child(pom, "properties");
        String skip = properties == null ? null : text(properties, "maven.deploy.skip");
        boolean published = skip == null ? deployed : !Boolean.parseBoolean(skip);
        String packaging = text(pom, "packaging");
        found.add(new Module(text(pom, "artifactId"), own, published && !"pom".equals(packaging)));
        Element modules = child(pom, "modules");
        if (modules != null) {
            for (Element module : children(modules)) {
                collect(folder.resolve(module.getTextContent()), published, found);
            }
        }
    }

    private static Element pom(Path folder) throws Exception {
        try (var in = Files.newInputStream(folder.resolve("pom.xml"))) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static List<Element> children(Element of) {
        List<Element> elements = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Element child(Element of, String name) {
        return children(of).stream()
                .filter(element -> name.equals(element.getTagName()))
                .findFirst()
                .orElse(null);
    }

    private static String text(Element of, String name) {
        Element child = child(of, name);
        return child == null ? null : child.getTextContent().trim();
    }
}
