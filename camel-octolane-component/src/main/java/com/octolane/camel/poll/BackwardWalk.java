// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads pages that come with the latest update first back to a floor, then delivers the oldest first. A few pages are
 * kept. Of more only the cursors are kept, and the pages are read again the other way round, so that the memory needed
 * does not grow with the records.
 *
 * <p>On the way to the newest nothing is missed that changes meanwhile: it moves ahead of the reader. That holds for what
 * was created, too, since nothing is created after its last update.
 */
final class BackwardWalk implements Walk {

    /** As many records, and one page, are held in memory. */
    private static final int KEPT = 1_000;

    private static final int FRONT_ROUNDS = 10;

    /** Where a page begins, which record ended it, and the lowest timestamp of the pages that are read again after it. */
    private record Bookmark(String cursor, String lastId, Instant last, Instant lowestAfter) {}

    /** Pages do not come newest first, and there are too many to sort them: this walk cannot be gone. */
    static final class OutOfOrderException extends OctolaneException {
        private static final long serialVersionUID = 1L;

        OutOfOrderException() {
            super("The API's records do not come with the latest update first");
        }
    }

    private final PageFeed feed;
    private final Emit emit;
    private final Duration lookback;
    private final Position from;
    private final LoopGuard guard = new LoopGuard();
    private final DescendingOrder order;
    private final Deque<Bookmark> bookmarks = new ArrayDeque<>();
    private final List<Change> kept = new ArrayList<>();
    private final Deque<Section> ready = new ArrayDeque<>();
    private Map<String, Object> definitions = Map.of();
    private String cursor;
    private boolean turned;
    private int pageSize = 1;
    private long seen;
    private Instant newest;

    /** No mark goes beyond: what became visible late, after the way back had passed, is younger than this less the lookback. */
    private Instant reachedAtStart;

    /** @param from where to read back to; everything is read when it has no floor */
    BackwardWalk(PageFeed feed, Emit emit, Duration lookback, Position from) {
        this.feed = feed;
        this.emit = emit;
        this.lookback = lookback;
        this.from = from;
        this.order = new DescendingOrder(lookback);
    }

    /** @throws OutOfOrderException when the pages do not come newest first */
    @Override
    public Optional<Section> next() {
        while (!turned) {
            readBack();
        }
        if (seen <= KEPT && !bookmarks.isEmpty()) {
            arrangeKept();
        }
        if (!ready.isEmpty() || bookmarks.isEmpty()) {
            return Optional.ofNullable(ready.poll());
        }
        Bookmark bookmark = bookmarks.peek();
        boolean last = bookmarks.size() == 1;
        List<Change> changes = kept.isEmpty() ? readAgain(bookmark, last) : List.copyOf(kept);
        kept.clear();
        bookmarks.pop();
        if (!last) {
            feed.ahead(bookmarks.peek().cursor());
        }
        return Optional.of(new Section(changes, definitions, last ? end() : mark(changes, bookmark), last, last));
    }

    private void readBack() {
        Page page = feed.get(cursor);
        List<Change> changes = changes(page);
        guard.check(cursor, page);
        Instant lowestAfter = order.lowest();
        order.see(changes);
        Change last = null;
        for (Change change : changes) {
            last = change.updatedAt() == null ? last : change;
            newest = Position.latest(newest, change.time());
            if (cursor == null) {
                reachedAtStart = Position.latest(reachedAtStart, change.createdAt());
                reachedAtStart = Position.latest(reachedAtStart, change.updatedAt());
            }
        }
        bookmarks.push(new Bookmark(
                cursor, last == null ? null : last.id(), last == null ? null : last.updatedAt(), lowestAfter));
        keep(changes);
        turned = !page.hasMore() || order.isBelow(from.floor(), from.newest());
        if (seen > KEPT && (order.isBroken() || turned && !order.isProven())) {
            throw new OutOfOrderException();
        }
        if (!turned) {
            cursor = page.nextCursor();
            feed.ahead(cursor);
        }
    }

    /** All pages while they are few, else the last one: the walk may turn at it. */
    private void keep(List<Change> changes) {
        pageSize = Math.max(pageSize, changes.size());
        seen += changes.size();
        if (seen > KEPT) {
            kept.clear();
        }
        kept.addAll(changes);
    }

    private void arrangeKept() {
        if (emit == Emit.NEW && bookmarks.size() > 1 && reachedAtStart != null) {
            kept.addAll(readFront(bookmarks.peekLast()));
        }
        List<Change> sorted =
                kept.stream().sorted(Comparator.comparing(Change::time)).toList();
        for (int at = 0; at == 0 || at < sorted.size(); at += pageSize) {
            boolean last = at + pageSize >= sorted.size();
            List<Change> part = sorted.subList(at, Math.min(sorted.size(), at + pageSize));
            ready.add(new Section(part, definitions, last ? end() : null, last, last));
        }
        bookmarks.clear();
        kept.clear();
    }

    private List<Change> changes(Page page) {
        definitions = page.definitions();
        return page.records().stream().map(emit::change).toList();
    }

    /** What was created is not delivered in the order of its creation: there the mark waits for the end. */
    private Instant mark(List<Change> changes, Bookmark bookmark) {
        if (emit == Emit.NEW) {
            return null;
        }
        Instant highest = null;
        for (Change change : changes) {
            highest = Position.latest(highest, change.updatedAt());
        }
        return earliest(earliest(highest, bookmark.lowestAfter()), reachedAtStart);
    }

    private Instant end() {
        return earliest(newest, reachedAtStart);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one == null || other == null || one.isBefore(other) ? one : other;
    }

    /**
     * Reads from a bookmark down to the record that ended its page. That may take more than one page: where cursors
     * count records, everything moves down as new ones come in above.
     */
    private List<Change> readAgain(Bookmark bookmark, boolean first) {
        return first && emit == Emit.NEW && reachedAtStart != null ? readFront(bookmark) : readDown(bookmark);
    }

    /**
     * What was created before, and was updated while pages were read, has moved to the front: no further down than the
     * lookback, where the update became visible late. It may move while the front is read, too, so that the front is
     * read until one page holds it or nothing has changed there.
     */
    private List<Change> readFront(Bookmark bookmark) {
        List<Change> changes = readDown(bookmark);
        Bookmark until = new Bookmark(null, null, reachedAtStart.minus(lookback), null);
        Set<List<Object>> before = Set.of();
        for (int round = 0; round < FRONT_ROUNDS; round++) {
            List<Change> more = readDown(until);
            changes.addAll(more);
            Set<List<Object>> versions = more.stream()
                    .map(change -> List.<Object>of(change.id(), change.time(), String.valueOf(change.updatedAt())))
                    .collect(Collectors.toSet());
            if (more.size() <= pageSize || versions.equals(before)) {
                break;
            }
            before = versions;
        }
        return changes;
    }

    private List<Change> readDown(Bookmark bookmark) {
        LoopGuard circle = new LoopGuard();
        List<Change> changes = new ArrayList<>();
        String at = bookmark.cursor();
        do {
            Page page = feed.get(at);
            List<Change> more = changes(page);
            circle.check(at, page);
            changes.addAll(more);
            at = page.nextCursor();
        } while (at != null && !reaches(changes, bookmark));
        return changes;
    }

    private static boolean reaches(List<Change> changes, Bookmark bookmark) {
        return bookmark.last() == null || changes.stream().anyMatch(change -> isAtOrBelow(change, bookmark));
    }

    private static boolean isAtOrBelow(Change change, Bookmark bookmark) {
        Instant updated = change.updatedAt();
        return updated != null
                && (updated.isBefore(bookmark.last())
                        || updated.equals(bookmark.last()) && change.id().equals(bookmark.lastId()));
    }

    @Override
    public boolean isOrdered() {
        return true;
    }
}
