// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** Pictures of the docs come from the texts beside them, and stand on a page. */
class DiagramsTest {

    private static final Path IMAGES = Pages.DOCS.resolve("images");
    private static final Pattern SOURCE = Pattern.compile("<\\?plantuml-src (\\S+)\\?>");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    /** After a change of a text: ./mvnw -N -Pdiagrams exec:java */
    @Test
    void eachPictureWasDrawnFromTheTextBesideIt() throws IOException {
        List<Path> texts = Pages.files(file -> file.toString().endsWith(".puml"));
        assertThat(texts).hasSizeGreaterThanOrEqualTo(4);
        for (Path text : texts) {
            Path picture = Path.of(text.toString().replace(".puml", ".svg"));
            assertThat(sourceIn(picture)).as(picture.toString()).isEqualTo(between(Files.readString(text)));
        }
        List<Path> drawn = new ArrayList<>();
        for (Path picture : Pages.files(file -> file.toString().endsWith(".svg"))) {
            if (SOURCE.matcher(Files.readString(picture)).find()) {
                drawn.add(picture);
            }
        }
        assertThat(drawn).as("pictures whose text is there").hasSameSizeAs(texts);
    }

    @Test
    void noPictureLiesAroundUnused() throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Path page : Pages.all()) {
            pages.append(Files.readString(page));
        }
        assertThat(Pages.files(
                        file -> file.startsWith(IMAGES) && file.toString().matches(".*\\.(svg|png)")))
                .isNotEmpty()
                .filteredOn(picture ->
                        pages.indexOf(Pages.DOCS.relativize(picture).toString().replace('\\', '/') + ")") < 0)
                .isEmpty();
    }

    private static String between(String text) {
        return text.replaceAll("(?s).*@startuml\\s*\\n(.*?)\\n@enduml.*", "$1").strip();
    }

    /** PlantUML writes the text into the picture: deflated, six bits a character. */
    private static String sourceIn(Path picture) throws IOException {
        Matcher source = SOURCE.matcher(Files.readString(picture));
        assertThat(source.find()).as("a text inside " + picture).isTrue();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int count = 0;
        for (char digit : source.group(1).toCharArray()) {
            bits = bits << 6 | DIGITS.indexOf(digit);
            count += 6;
            if (count >= 8) {
                count -= 8;
                bytes.write(bits >> count);
            }
        }
        try (InputStream text =
                new InflaterInputStream(new ByteArrayInputStream(bytes.toByteArray()), new Inflater(true))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
