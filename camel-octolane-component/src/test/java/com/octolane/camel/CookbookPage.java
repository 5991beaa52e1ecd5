// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of recipes: its words are written by hand, its blocks are the files that the tests run. */
record CookbookPage(String text) {

    static final Path PAGE = Path.of("..", "docs", "cookbook.md");

    /** {@code <!-- recipe NAME -->} or {@code <!-- file NAME -->}, and what stands there up to the end. */
    private static final Pattern PART =
            Pattern.compile("(<!-- (recipe|file) (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private static final Pattern BLOCK = Pattern.compile("^```(yaml|xml|java|sql|properties)$", Pattern.MULTILINE);

    static CookbookPage read() throws IOException {
        return new CookbookPage(Files.readString(PAGE));
    }

    /** The recipes in the order of the page. */
    List<Recipe> recipes() {
        return PART.matcher(text)
                .results()
                .filter(part -> part.group(2).equals("recipe"))
                .map(part -> new Recipe(part.group(3)))
                .toList();
    }

    /** The page with its blocks as the files have them. */
    CookbookPage filled() throws IOException {
        List<String> blocks = new ArrayList<>();
        for (MatchResult part : PART.matcher(text).results().toList()) {
            blocks.add(part.group(2).equals("recipe") ? recipe(part.group(3)) : file(part.group(3)));
        }
        StringBuilder page = new StringBuilder();
        Matcher part = PART.matcher(text);
        for (String block : blocks) {
            part.find();
            part.appendReplacement(page, Matcher.quoteReplacement(part.group(1) + block + part.group(4)));
        }
        return new CookbookPage(part.appendTail(page).toString());
    }

    /** How many blocks of code stand on the page outside of what is filled. */
    long blocksOfItsOwn() {
        return BLOCK.matcher(PART.matcher(text).replaceAll("")).results().count();
    }

    private static String recipe(String name) throws IOException {
        Recipe recipe = new Recipe(name);
        return folded("<details open>", "YAML", recipe.yaml())
                + folded("<details>", "XML", recipe.xml())
                + folded("<details>", "Java", recipe.java());
    }

    private static String folded(String tag, String title, Path file) throws IOException {
        return tag + "\n<summary>" + title + "</summary>\n\n" + block(file) + "\n</details>\n";
    }

    private static String file(String name) throws IOException {
        return block(name.endsWith(".java") ? Recipe.SOURCES.resolve(name) : Recipe.RESOURCES.resolve(name));
    }

    /** Without what is the same in each file of a language: the declaration, the licence, the package. */
    private static String block(Path file) throws IOException {
        String name = file.toString();
        String code = Files.readString(file)
                .replaceFirst("^<\\?xml .*\\?>\n", "")
                .replaceFirst("^.*SPDX-License-Identifier.*\n", "")
                .replaceFirst("^package .*;\n", "");
        return "```" + name.substring(name.lastIndexOf('.') + 1) + "\n" + code.strip() + "\n```\n";
    }
}
