// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import com.octolane.camel.client.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads pages in the order of the API, which ought to be oldest first but is not taken at its word.
 *
 * <p>A mark trails by a page, and by {@value #PROOF} records where pages are small: what that page ended with becomes
 * the mark only when all of these were no older, and one was newer. So pages that come newest first, or in no order, do
 * not move the mark. Once a record comes that is older than the newest seen by more than the lookback, marks cease until
 * everything was read.
 */
final class ForwardWalk implements Walk {

    /** As many records, and no fewer, have to follow one another in order before the order is believed. */
    private static final int PROOF = 100;

    /** How many records had come, and the newest of them, before a page. */
    private record PageEnd(long seen, Instant newest) {}

    private final PageFeed feed;
    private final Emit emit;
    private final Duration lookback;
    private final LoopGuard guard = new LoopGuard();
    private String cursor;
    private boolean ended;
    private boolean ordered;
    private boolean begun;
    private boolean onePage;
    private boolean neverFell;
    private Instant timeAtStart;
    private long seen;
    private final Deque<PageEnd> pageEnds = new ArrayDeque<>();
    private Instant proven;
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
        this.neverFell = sorted;
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
        pageEnds.add(new PageEnd(seen, newestDated));
        changes.forEach(this::see);
        while (!pageEnds.isEmpty() && seen - pageEnds.peek().seen >= PROOF) {
            proven = pageEnds.remove().newest;
        }
        onePage = !begun;
        timeAtStart = onePage ? page.serverTime() : timeAtStart;
        begun = true;
        limit(page.serverTime());
        cursor = page.nextCursor();
        boolean complete = cursor == null;
        ended = complete || isProven() && limit != null && newestDated.isAfter(limit.plus(lookback));
        if (!ended) {
            feed.ahead(cursor);
        }
        return Optional.of(new Section(changes, page.definitions(), mark(), ended, complete));
    }

    private void see(Change change) {
        if (!begun) {
            reachedAtStart = Position.latest(reachedAtStart, change.createdAt());
            reachedAtStart = Position.latest(reachedAtStart, change.updatedAt());
        }
        if (change.dated()) {
            seen++;
            neverFell &= newestDated == null || !change.time().isBefore(newestDated);
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

    private Instant mark() {
        if (!ended) {
            return ordered && proven != null && proven.isBefore(newestDated) ? earliest(proven, limit) : null;
        }
        if (onePage || isProven()) {
            return earliest(newest, limit);
        }
        // without an order a record may have moved, while pages were read, to where they had been read before; where
        // there is only too little to prove the order, the server's time is as good
        return earliest(newest, ordered ? Position.latest(reachedAtStart, timeAtStart) : reachedAtStart);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one == null || other == null || one.isBefore(other) ? one : other;
    }

    private boolean isProven() {
        return neverFell && seen >= PROOF;
    }

    /** With emit=new an order that was not asked for can hide a record, so that a doubt is enough. */
    @Override
    public boolean isOrdered() {
        return emit == Emit.NEW ? onePage || neverFell && (!ended || isProven()) : ordered;
    }
}
