// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;

/**
 * One recipe of the cookbook: the same route in three files.
 *
 * @param name the name of its files in YAML and XML, for example {@code csv-to-deals}
 */
record Recipe(String name) {

    private static final String FOLDER = "docs/cookbook";
    static final Path RESOURCES = Path.of("src", "test", "resources");
    static final Path SOURCES = Path.of("src", "test", "java");

    static List<Recipe> all() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> new Recipe(file.substring(0, file.lastIndexOf('.'))))
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
        }
    }

    /** Where its routes are on the class path, without the extension. */
    String file() {
        return FOLDER + '/' + name;
    }

    Path yaml() {
        return RESOURCES.resolve(file() + ".yaml");
    }

    Path xml() {
        return RESOURCES.resolve(file() + ".xml");
    }

    Path java() {
        return SOURCES.resolve(className().replace('.', '/') + ".java");
    }

    RoutesBuilder inJava() throws ReflectiveOperationException {
        return (RoutesBuilder)
                Class.forName(className()).getDeclaredConstructor().newInstance();
    }

    private String className() {
        return Stream.of(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", Recipe.class.getPackageName() + ".cookbook.", ""));
    }
}
