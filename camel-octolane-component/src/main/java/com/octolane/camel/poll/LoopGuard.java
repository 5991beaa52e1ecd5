// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Page;
import java.util.List;
import java.util.Map;

/**
 * Notices that pages never end. Remembers one earlier page and moves it on at every power of two (Brent's way of finding
 * a cycle), so that a loop of any length is found with memory for one page.
 */
final class LoopGuard {

    /** A page may well repeat once or twice where records move while they are read; a loop repeats it for ever. */
    private static final int REPEATS = 3;

    private static final int EMPTY_PAGES = 100;

    private String cursor;
    private List<List<Object>> content = List.of();
    private long pages;
    private long renewAt = 1;
    private int repeats;
    private int empty;

    /**
     * @param asked the cursor that the page was asked for with
     * @throws OctolaneException when the pages run in a circle
     */
    void check(String asked, Page page) {
        if (!page.hasMore()) {
            return;
        }
        if (page.nextCursor().equals(asked) || page.nextCursor().equals(cursor)) {
            throw endless("the cursor of a page came a second time");
        }
        List<List<Object>> keys = page.records().stream().map(LoopGuard::key).toList();
        empty = keys.isEmpty() ? empty + 1 : 0;
        repeats = !keys.isEmpty() && keys.equals(content) ? repeats + 1 : repeats;
        if (empty >= EMPTY_PAGES) {
            throw endless(EMPTY_PAGES + " empty pages came one after the other");
        }
        if (repeats >= REPEATS) {
            throw endless("the same page came again and again");
        }
        if (++pages == renewAt) {
            renewAt *= 2;
            cursor = page.nextCursor();
            content = keys;
            repeats = 0;
        }
    }

    private static List<Object> key(Map<String, Object> source) {
        return List.of(String.valueOf(source.get("id")), String.valueOf(source.get("updated_at")));
    }

    private OctolaneException endless(String why) {
        return new OctolaneException("The API's pages do not end: " + why + " (after " + (pages + 1)
                + " pages). What was delivered stays delivered; the scan stops here.");
    }
}
