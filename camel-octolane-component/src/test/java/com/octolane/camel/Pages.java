// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The Markdown pages of the repository, and what stands in them. */
final class Pages {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path DOCS = ROOT.resolve("docs");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "node_modules");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w*)[^\\n]*\\n(.*?)^ *```$");

    /**
     * A fenced block.
     *
     * @param language what stands behind the fence, empty where nothing does
     * @param text     its lines without the indentation of the fence
     */
    record Block(Path page, String language, String text) {}

    private Pages() {}

    /** Every page, those of modules and examples among them. */
    static List<Path> all() throws IOException {
        return files(file -> file.getFileName().toString().endsWith(".md"));
    }

    /** The files of the repository, but for what builds and tools write. */
    static List<Path> files(java.util.function.Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    static List<Block> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(block -> new Block(page, block.group(2), block.group(3).replaceAll("(?m)^" + block.group(1), "")))
                .toList();
    }

    /** The page without fenced blocks. */
    static String prose(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page)).replaceAll("");
    }
}
