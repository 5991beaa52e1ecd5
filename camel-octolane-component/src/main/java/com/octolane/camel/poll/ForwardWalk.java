// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads pages in the order of the API, which ought to be oldest first but is not taken at its word.
 *
 * <p>A mark trails by one page: what the page before ended with becomes the mark only when this page goes on from there
 * to something newer. So one page of pages that come newest first, or in no order, never moves the mark. Once a record
 * comes that is older than the newest seen by more than the lookback, marks cease until everything was read.
 */
final class ForwardWalk implements Walk {

    private final PageFeed feed;
    private final Emit emit;
    private final Duration lookback;
    private final LoopGuard guard = new LoopGuard();
    private String cursor;
    private boolean ended;
    private boolean ordered;
    private boolean begun;
    private Instant newestDated;
    private Instant newest;
    /** The API had reached this instant when the scan began: what changed later has a later timestamp. */
    private Instant reachedAtStart;

    /**
     * The server's time when the walk came within the lookback of the present. What becomes visible late after that has
     * been passed by already, so that the mark stays here, and the next scan looks back from here.
     */
    private Instant limit;

    /**
     * @param sorted  whether an order was asked for
     * @param reached an instant which the API is known to have reached, or null
     */
    ForwardWalk(PageFeed feed, Emit emit, Duration lookback, boolean sorted, Instant reached) {
        this.feed = feed;
        this.emit = emit;
        this.lookback = lookback;
        this.ordered = sorted;
        this.reachedAtStart = reached;
    }

    @Override
    public Optional<Section> next() {
        if (ended) {
            return Optional.empty();
        }
        Page page = feed.get(cursor);
        List<Change> changes = page.records().stream().map(emit::change).toList();
        guard.check(cursor, page);
        Instant before = newestDated;
        changes.forEach(this::see);
        begun = true;
        limit(page.serverTime());
        cursor = page.nextCursor();
        boolean complete = cursor == null;
        ended = complete || ordered && limit != null && newestDated.isAfter(limit.plus(lookback));
        if (!ended) {
            feed.ahead(cursor);
        }
        return Optional.of(new Section(changes, page.definitions(), mark(before), ended, complete));
    }

    private void see(Change change) {
        if (!begun) {
            reachedAtStart = Position.latest(reachedAtStart, change.createdAt());
            reachedAtStart = Position.latest(reachedAtStart, change.updatedAt());
        }
        if (change.dated()) {
            ordered &= newestDated == null || !change.time().isBefore(newestDated.minus(lookback));
            newestDated = Position.latest(newestDated, change.time());
        }
        newest = Position.latest(newest, change.time());
    }

    private void limit(Instant serverTime) {
        if (limit == null && serverTime != null && newestDated != null) {
            boolean present = newestDated.isAfter(serverTime.minus(lookback));
            // a time far behind its own data is another clock's: nothing can be learnt from it
            boolean comparable = !newestDated.isAfter(serverTime.plus(lookback));
            limit = present && comparable ? Position.latest(serverTime, newestDated) : null;
        }
    }

    private Instant mark(Instant before) {
        if (!ended) {
            return ordered && before != null && before.isBefore(newestDated) ? earliest(before, limit) : null;
        }
        // without an order a record may have moved, while pages were read, to where they had been read before
        return earliest(newest, ordered ? limit : reachedAtStart);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one == null || other == null || one.isBefore(other) ? one : other;
    }

    @Override
    public boolean isOrdered() {
        return ordered;
    }
}
