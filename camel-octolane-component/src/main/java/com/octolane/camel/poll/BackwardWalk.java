// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pages that come newest first back to a floor, and only keeps their cursors; then reads them again the other way
 * round, so that the oldest are delivered first and the memory needed does not grow with the records.
 */
final class BackwardWalk implements Walk {

    /** Where a page begins and which record ended it. */
    private record Bookmark(String cursor, String lastId, Instant last) {}

    /** Pages do not come newest first: this walk cannot be gone. */
    static final class OutOfOrderException extends OctolaneException {
        private static final long serialVersionUID = 1L;

        OutOfOrderException(Change change) {
            super("The API's records do not come newest first: " + change);
        }
    }

    private final PageFeed feed;
    private final Emit emit;
    private final Duration lookback;
    private final Instant floor;
    private final LoopGuard guard = new LoopGuard();
    private final Deque<Bookmark> bookmarks = new ArrayDeque<>();
    private String cursor;
    private boolean turned;
    private Instant pageHighest;
    private Instant pageLowest;
    /** No mark goes beyond: what became visible late, after the way back had passed, is younger than this less the lookback. */
    private Instant newestAtStart;
    /** The page at which the walk turned: it need not be read again. */
    private Section turningPage;

    /** @param floor how far back to read, null for everything */
    BackwardWalk(PageFeed feed, Emit emit, Duration lookback, Instant floor) {
        this.feed = feed;
        this.emit = emit;
        this.lookback = lookback;
        this.floor = floor;
    }

    /** @throws OutOfOrderException when the pages do not come newest first */
    @Override
    public Optional<Section> next() {
        while (!turned) {
            readBack();
        }
        if (bookmarks.isEmpty()) {
            return Optional.empty();
        }
        Section section = turningPage == null ? readAgain(bookmarks.peek()) : turningPage;
        turningPage = null;
        bookmarks.pop();
        if (bookmarks.isEmpty()) {
            return Optional.of(new Section(section.changes(), section.definitions(), newestAtStart, true, true));
        }
        feed.ahead(bookmarks.peek().cursor());
        return Optional.of(section);
    }

    private void readBack() {
        Page page = feed.get(cursor);
        List<Change> changes = changes(page);
        checkOrder(changes);
        guard.check(cursor, page);
        Change last = null;
        for (Change change : changes) {
            last = change.dated() ? change : last;
            newestAtStart = cursor == null ? Position.latest(newestAtStart, change.time()) : newestAtStart;
        }
        bookmarks.push(new Bookmark(cursor, last == null ? null : last.id(), last == null ? null : last.time()));
        // timestamps may be out of order by as much as the lookback, so that the end may be seen that much later
        turned = !page.hasMore() || floor != null && last != null && pageLowest.isBefore(floor.minus(lookback));
        if (turned) {
            turningPage = new Section(changes, page.definitions(), mark(changes), false, false);
        } else {
            cursor = page.nextCursor();
            feed.ahead(cursor);
        }
    }

    private List<Change> changes(Page page) {
        return page.records().stream().map(emit::change).toList();
    }

    /** Pages may overlap, since records move while they are read; but none may reach higher than the one before. */
    private void checkOrder(List<Change> changes) {
        Instant lowest = null;
        Instant highest = null;
        for (Change change : changes) {
            if (!change.dated()) {
                continue;
            }
            if (isAbove(change.time(), lowest) || isAbove(change.time(), pageHighest)) {
                throw new OutOfOrderException(change);
            }
            lowest = lowest == null || change.time().isBefore(lowest) ? change.time() : lowest;
            highest = Position.latest(highest, change.time());
        }
        pageHighest = highest == null ? pageHighest : highest;
        pageLowest = lowest == null ? pageLowest : lowest;
    }

    private boolean isAbove(Instant time, Instant bound) {
        return bound != null && time.isAfter(bound.plus(lookback));
    }

    private Instant mark(List<Change> changes) {
        Instant highest =
                changes.stream().filter(Change::dated).map(Change::time).reduce(null, Position::latest);
        return highest == null || highest.isBefore(newestAtStart) ? highest : newestAtStart;
    }

    /**
     * Reads from a bookmark down to the record that ended its page. That may take more than one page: where cursors
     * count records, everything moves down as new ones come in above.
     */
    private Section readAgain(Bookmark bookmark) {
        LoopGuard circle = new LoopGuard();
        List<Change> changes = new ArrayList<>();
        Map<String, Object> definitions = Map.of();
        String from = bookmark.cursor();
        do {
            Page page = feed.get(from);
            List<Change> more = changes(page);
            circle.check(from, page);
            changes.addAll(more);
            definitions = page.definitions();
            from = page.nextCursor();
        } while (from != null && !reaches(changes, bookmark));
        return new Section(changes, definitions, mark(changes), false, false);
    }

    private static boolean reaches(List<Change> changes, Bookmark bookmark) {
        return bookmark.last() == null
                || changes.stream()
                        .anyMatch(change -> change.dated()
                                && (change.time().isBefore(bookmark.last())
                                        || change.id().equals(bookmark.lastId())));
    }

    @Override
    public boolean isOrdered() {
        return true;
    }
}
