// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the option {@code baseUrl}, and refuses one that would send the key in the clear. */
final class BaseUrl {

    private BaseUrl() {}

    /** @throws IllegalArgumentException telling what is expected */
    static URI parse(String text, boolean allowPlainHttp) {
        String expected = "The option baseUrl is '" + text + "': expected https://HOST[:PORT][/PATH]";
        URI url;
        try {
            url = new URI(text == null ? "" : text.strip().replaceFirst("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(expected, e);
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme());
        if (!http && !"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(expected);
        }
        if (http && !allowPlainHttp && !isThisMachine(url.getHost())) {
            throw new IllegalArgumentException("The option baseUrl is '" + text + "', which would send the key in the"
                    + " clear: use https://, or set allowPlainHttp=true");
        }
        return url;
    }

    // by the text alone: a name that resolves to this machine today may resolve to another one tomorrow
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]");
    }
}
