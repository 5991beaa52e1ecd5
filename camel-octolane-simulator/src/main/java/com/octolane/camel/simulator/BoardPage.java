// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The static page of the board, and a policy by which a browser runs and loads nothing but what stands in it. */
final class BoardPage {

    private static final String RESOURCE = "board.html";

    private final String html = load();
    private final String policy = "default-src 'none'; script-src '" + hash("script") + "'; style-src '" + hash("style")
            + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    ResponseDefinitionBuilder answer() {
        return aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withHeader("Content-Security-Policy", policy)
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("Cache-Control", "no-cache")
                .withBody(html.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(String element) {
        String start = '<' + element + '>';
        String text = html.substring(html.indexOf(start) + start.length(), html.indexOf("</" + element + '>'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String load() {
        try (InputStream in = BoardPage.class.getResourceAsStream(RESOURCE)) {
            // browsers hash what they parsed, and they parse every line end as a line feed
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
