// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

/**
 * One call of the API.
 *
 * @param method     an HTTP method
 * @param path       the path below the base URL, with a leading slash and its query, for example {@code /accounts?limit=1}
 * @param body       JSON, or null
 * @param repeatable whether sending it twice does the same as sending it once
 */
public record Request(String method, String path, byte[] body, boolean repeatable) {

    public static Request get(String path) {
        return new Request("GET", path, null, true);
    }

    // assumption A-15
    public static Request post(String path, byte[] body, boolean repeatable) {
        return new Request("POST", path, body, repeatable);
    }

    public static Request patch(String path, byte[] body) {
        return new Request("PATCH", path, body, true);
    }

    /** Whether it asks and changes nothing. */
    public boolean isRead() {
        return method.equals("GET") || path.endsWith("/search");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
