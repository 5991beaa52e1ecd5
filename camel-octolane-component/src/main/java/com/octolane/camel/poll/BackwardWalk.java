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
 * Reads pages that come with the latest update first back to a floor, and only keeps their cursors; then reads them again
 * the other way round, so that the oldest are delivered first and the memory needed does not grow with the records.
 *
 * <p>On the way to the newest nothing is missed that changes meanwhile: it moves ahead of the reader. That holds for what
 * was created, too, since nothing is created after its last update.
 */
final class BackwardWalk implements Walk {

    /** How often timestamps have to go down before an order is believed. */
    private static final int PROOF = 10;

    /** How many records without a rise will do where many have the same timestamp. */
    private static final int PROOF_OF_TIES = 100;

    /** Where a page begins, which record ended it, and the lowest timestamp of the pages that are read again after it. */
    private record Bookmark(String cursor, String lastId, Instant last, Instant lowestBefore) {}

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
    private final Instant known;
    private final LoopGuard guard = new LoopGuard();
    private final Deque<Bookmark> bookmarks = new ArrayDeque<>();
    private String cursor;
    private boolean turned;
    private Instant pageHighest;
    private Instant pageLowest;
    private Instant highestOfAll;
    private Instant lowestOfAll;
    private int descents;
    private int level;
    private Instant previous;
    private Instant newest;

    /** No mark goes beyond: what became visible late, after the way back had passed, is younger than this less the lookback. */
    private Instant reachedAtStart;

    /** The page at which the walk turned: it need not be read again. */
    private Section turningPage;

    /** @param from where to read back to; everything is read when it has no floor */
    BackwardWalk(PageFeed feed, Emit emit, Duration lookback, Position from) {
        this.feed = feed;
        this.emit = emit;
        this.lookback = lookback;
        this.floor = from.floor();
        this.known = from.newest();
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
            return Optional.of(new Section(
                    section.changes(), section.definitions(), earliest(newest, reachedAtStart), true, true));
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
            last = change.updatedAt() == null ? last : change;
            newest = Position.latest(newest, change.time());
            if (cursor == null) {
                reachedAtStart = Position.latest(reachedAtStart, change.createdAt());
                reachedAtStart = Position.latest(reachedAtStart, change.updatedAt());
            }
        }
        bookmarks.push(new Bookmark(
                cursor, last == null ? null : last.id(), last == null ? null : last.updatedAt(), lowestOfAll));
        lowestOfAll = lowestOfAll == null ? pageLowest : earliest(lowestOfAll, pageLowest);
        turned = !page.hasMore() || isBelowFloor() && isProven();
        if (turned) {
            turningPage = new Section(changes, page.definitions(), mark(changes, bookmarks.peek()), false, false);
        } else {
            cursor = page.nextCursor();
            feed.ahead(cursor);
        }
    }

    /** Timestamps may be out of order by as much as the lookback, so that the end may be seen that much later. */
    private boolean isBelowFloor() {
        return floor != null && pageLowest != null && pageLowest.isBefore(floor.minus(lookback));
    }

    /** Small pages may look sorted by chance, and the pages that are not read would be lost. */
    private boolean isProven() {
        return descents >= PROOF || level >= PROOF_OF_TIES && known != null && !highestOfAll.isBefore(known);
    }

    private List<Change> changes(Page page) {
        return page.records().stream().map(emit::change).toList();
    }

    /** Pages may overlap, since records move while they are read; but none may reach higher than the one before. */
    private void checkOrder(List<Change> changes) {
        Instant lowest = null;
        Instant highest = null;
        for (Change change : changes) {
            Instant updated = change.updatedAt();
            if (updated == null) {
                continue;
            }
            if (isAbove(updated, lowest) || isAbove(updated, pageHighest)) {
                throw new OutOfOrderException(change);
            }
            prove(updated);
            lowest = lowest == null || updated.isBefore(lowest) ? updated : lowest;
            highest = Position.latest(highest, updated);
        }
        if (highest != null) {
            highestOfAll = Position.latest(highestOfAll, highest);
            pageHighest = highest;
            pageLowest = lowest;
        }
    }

    private void prove(Instant updated) {
        int step = previous == null ? 0 : updated.compareTo(previous);
        descents = step > 0 ? 0 : step < 0 ? descents + 1 : descents;
        level = step > 0 ? 0 : level + 1;
        previous = updated;
    }

    private boolean isAbove(Instant time, Instant bound) {
        return bound != null && time.isAfter(bound.plus(lookback));
    }

    /** What was created is not delivered in the order of its creation: there the mark waits for the end. */
    private Instant mark(List<Change> changes, Bookmark bookmark) {
        if (emit == Emit.NEW) {
            return null;
        }
        Instant highest = changes.stream().map(Change::updatedAt).reduce(null, Position::latest);
        return earliest(earliest(highest, bookmark.lowestBefore), reachedAtStart);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one == null || other == null || one.isBefore(other) ? one : other;
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
        return new Section(changes, definitions, mark(changes, bookmark), false, false);
    }

    private static boolean reaches(List<Change> changes, Bookmark bookmark) {
        return bookmark.last() == null
                || changes.stream()
                        .anyMatch(change -> change.updatedAt() != null
                                && (change.updatedAt().isBefore(bookmark.last())
                                        || change.updatedAt().equals(bookmark.last())
                                                && change.id().equals(bookmark.lastId())));
    }

    @Override
    public boolean isOrdered() {
        return true;
    }
}
